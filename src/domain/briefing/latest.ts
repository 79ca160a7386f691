import type { Entry } from '../records/entry.ts';
import type { Recorded } from '../records/revision.ts';

/** What was last done to an entry: added, corrected, confirmed … */
export interface Move extends Recorded {
  entry: Entry;
  /** The change's type, `entry-corrected`. */
  act: string;
}

const moveOf = (entry: Entry): Move => {
  const last = entry.revisions.at(-1);
  return last
    ? { ...last, entry }
    : { seq: entry.seq, at: entry.at, by: entry.by, act: 'entry-added', entry };
};

/** The newest acts, one an entry, newest first. Within one act, as written. */
export function latestMoves(entries: readonly Entry[], most = 3): Move[] {
  const top: Move[] = [];
  for (const entry of entries) {
    const move = moveOf(entry);
    const place = top.findIndex((other) => other.seq < move.seq);
    if (place >= 0) top.splice(place, 0, move);
    else top.push(move);
    if (top.length > most) top.pop();
  }
  return top;
}
