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
  const acts = new LatestActs(most);
  for (const entry of entries) acts.add((entry.revisions.at(-1) ?? entry).seq, entry);
  return acts.moves();
}

/** Takes in the last act on one entry after the other and holds the newest. Only what it tells of is read. */
export class LatestActs {
  private readonly newest: { seq: number; entry: Entry; together: number }[] = [];
  private readonly most: number;
  private lastSeq = 0;

  constructor(most = 3) {
    this.most = most;
  }

  /** Whether the act is another one than the last that was taken in. */
  add(seq: number, entry: Entry): boolean {
    const isOther = seq !== this.lastSeq;
    this.lastSeq = seq;
    const oldest = this.newest[this.most - 1];
    if (oldest && seq < oldest.seq) return isOther;
    const same = this.newest.find((act) => act.seq === seq);
    if (same) same.together += 1;
    else this.insert(seq, entry);
    return isOther;
  }

  moves(): Move[] {
    return this.newest.map(({ entry, together }) => {
      const {
        seq,
        at,
        by,
        act = 'entry-added',
      }: Recorded & { act?: string } = entry.revisions.at(-1) ?? entry;
      return { seq, at, by, act, entry, together };
    });
  }

  private insert(seq: number, entry: Entry): void {
    const place = this.newest.findIndex((act) => act.seq < seq);
    this.newest.splice(place < 0 ? this.newest.length : place, 0, { seq, entry, together: 1 });
    if (this.newest.length > this.most) this.newest.pop();
  }
}
