import type { Newsroom } from '../newsroom.ts';
import type { Alert } from '../records/alert.ts';
import type { Entry } from '../records/entry.ts';
import type { Revision } from '../records/revision.ts';
import { maySee } from '../rules/embargo.ts';
import type { Look } from './standing.ts';

/** An entry somebody read as it no longer stands. */
export interface CorrectedEntry {
  entry: Entry;
  alert: Alert;
  /** The first act on it that they do not know of: what stood before it is what they read. */
  first: Revision;
  last: Revision;
}

/** What was corrected, withdrawn or verified anew since this person read it, the last first. */
export function correctedSince(
  { alerts, entries }: Newsroom,
  person: string | undefined,
  { viewer, now }: Look,
): CorrectedEntry[] {
  if (person === undefined) return [];
  return [...alerts.where(alerts.by.person, person)]
    .flatMap((alert): CorrectedEntry[] => {
      const entry = entries.get(alert.entry);
      const first = entry?.revisions[alert.first - 1];
      const last = entry?.revisions[alert.revision - 1];
      if (!entry || !first || !last) return [];
      // That it was taken back names no content, and waits for no embargo.
      if (!entry.withdrawn && !maySee(entry, viewer, now)) return [];
      return [{ entry, alert, first, last }];
    })
    .sort((a, b) => b.alert.seq - a.alert.seq);
}
