import type { Newsroom } from '../newsroom.ts';
import { type Entry, urgencyOf } from '../records/entry.ts';
import type { Instant } from '../records/moment.ts';
import { maySee, type Viewer } from '../rules/embargo.ts';
import type { Index } from '../table.ts';

/** For whom a briefing is made, and when. */
export interface Look {
  viewer: Viewer;
  now: Instant;
}

export type Standing = 'known' | 'reported' | 'disputed' | 'background';

/** An entry in a briefing, with the denials that dispute it. */
export interface Line {
  entry: Entry;
  standing: Standing;
  denials: readonly Entry[];
}

/** Of most entries nobody said otherwise: one list for all of them. */
export const none: readonly Entry[] = [];

export const isShown = (entry: Entry, { viewer, now }: Look): boolean =>
  !entry.withdrawn && maySee(entry, viewer, now);

/** The entries this viewer may see, withdrawn ones left out. */
export const shownEntries = (entries: Iterable<Entry>, look: Look): Entry[] =>
  [...entries].filter((entry) => isShown(entry, look));

export function lineOf({ entries }: Newsroom, entry: Entry, look: Look): Line {
  let denials = none;
  for (const response of entries.where(entries.by.respondsTo, entry.id))
    if (isDenial(response) && isShown(response, look)) denials = [...denials, response];
  return { entry, denials, standing: standingOf(entry, denials) };
}

/** Now or at any time: most entries are not, and need no second look. */
export const isAnswered = ({ by }: Answered, id: string): boolean =>
  by.respondsTo.count(id) > 0 || by.formerRespondsTo.count(id) > 0;

interface Answered {
  by: Record<'respondsTo' | 'formerRespondsTo', Index<Entry>>;
}

export const isDenial = (entry: Entry): boolean =>
  entry.kind === 'response' && entry.response.stance === 'denies';

export function standingOf(entry: Entry, denials: readonly Entry[]): Standing {
  if (denials.length > 0) return 'disputed';
  if (entry.kind === 'background') return 'background';
  return entry.verification === 'confirmed' ? 'known' : 'reported';
}

/** The urgent first, then the newest; within one act, the order in which it was written. */
export const byWeight = (a: Entry, b: Entry): number =>
  urgencyOf(a) - urgencyOf(b) || b.seq - a.seq || numberOf(a) - numberOf(b);

const numberOf = (entry: Entry): number => Number(entry.id.slice(2));
