import type { Entry } from '../records/entry.ts';
import type { Recorded } from '../records/revision.ts';

/** What was last done to entries: added, corrected, confirmed … */
export interface Move extends Recorded {
  /** The first entry that the act touched. */
  entry: Entry;
  /** The change's type, `entry-corrected`. */
  act: string;
  /** How many entries the same act touched: an import is one piece of news, not one for each line. */
  together: number;
}

/** The newest acts on these entries, newest first. */
export function latestMoves(entries: readonly Entry[], most = 3): Move[] {
  const top: Move[] = [];
  for (const entry of entries) addMove(top, entry, most);
  return top;
}

/** Takes the last act on one more entry in among the newest. */
export function addMove(top: Move[], entry: Entry, most = 3): void {
  const { seq, at, by, act = 'entry-added' }: Recorded & { act?: string } = entry.revisions.at(-1) ?? entry;
  const same = top.find((other) => other.seq === seq);
  if (same) {
    same.together += 1;
    return;
  }
  const place = top.findIndex((other) => other.seq < seq);
  top.splice(place < 0 ? top.length : place, 0, { seq, at, by, act, entry, together: 1 });
  if (top.length > most) top.pop();
}
