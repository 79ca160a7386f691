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

const moveOf = (entry: Entry): Move => {
  const { seq, at, by, act } = entry.revisions.at(-1) ?? { ...entry, act: 'entry-added' };
  return { seq, at, by, act, entry, together: 1 };
};

/** The newest acts on these entries, newest first. */
export function latestMoves(entries: readonly Entry[], most = 3): Move[] {
  const top: Move[] = [];
  for (const entry of entries) {
    const move = moveOf(entry);
    const same = top.find((other) => other.seq === move.seq);
    if (same) same.together += 1;
    else {
      const place = top.findIndex((other) => other.seq < move.seq);
      top.splice(place < 0 ? top.length : place, 0, move);
      if (top.length > most) top.pop();
    }
  }
  return top;
}
