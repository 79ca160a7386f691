import type { Entry } from '../records/entry.ts';
import type { Instant } from '../records/moment.ts';
import type { Role } from './permissions.ts';

/** Who is looking: editors see what is embargoed, marked; nobody else sees a trace of it. */
export interface Viewer {
  role: Role;
}

export const isEmbargoed = (entry: Entry, now: Instant): boolean =>
  entry.embargoedUntil !== undefined && entry.embargoedUntil > now;

/** The one question every surface asks before it shows, counts or suggests an entry. */
export const maySee = (entry: Entry, viewer: Viewer, now: Instant): boolean =>
  viewer.role === 'editor' || !isEmbargoed(entry, now);
