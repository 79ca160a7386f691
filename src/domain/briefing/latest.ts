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

interface Latest {
  seq: number;
  entry: Entry;
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
  private readonly newest: Latest[] = [];
  private readonly most: number;
  private lastSeq = 0;
  /** The act of that seq, if it is among the newest. */
  private last: Latest | undefined;

  constructor(most = 3) {
    this.most = most;
  }

  /** Whether the act is another one than the last that was taken in. */
  add(seq: number, entry: Entry): boolean {
    if (seq === this.lastSeq) {
      if (this.last) this.last.together += 1;
      return false;
    }
    this.lastSeq = seq;
    this.last = this.newest.find((act) => act.seq === seq);
    if (this.last) this.last.together += 1;
    else this.last = this.insert({ seq, entry, together: 1 });
    return true;
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

  /** Returns it if it is among the newest. */
  private insert(act: Latest): Latest | undefined {
    const oldest = this.newest[this.most - 1];
    if (oldest && act.seq < oldest.seq) return undefined;
    const place = this.newest.findIndex(({ seq }) => seq < act.seq);
    this.newest.splice(place < 0 ? this.newest.length : place, 0, act);
    if (this.newest.length > this.most) this.newest.pop();
    return act;
  }
}
