import type { Gathering } from './gather-hits.ts';
import type { SearchShelf } from './search-shelf.ts';

export interface Candidate {
  shelf: SearchShelf;
  document: number;
  matched: number;
  score: number;
  at: number;
}

type Gathered = { shelf: SearchShelf; found: readonly number[] } & Partial<Gathering>;

/** The best of all that was found: with more of the wanted words, then by score, then the newest. */
export function bestOf(gathered: readonly Gathered[], most: number): { total: number; best: Candidate[] } {
  let best: Candidate[] = [];
  let worst: Candidate | undefined;
  let total = 0;
  for (const { shelf, found, scores, matched } of gathered) {
    total += found.length;
    for (const document of found) {
      const score = scores?.[document] ?? 0;
      const had = matched?.[document] ?? 0;
      // Nearly all of what is found, when much is: nothing is made of it.
      if (worst && (had < worst.matched || (had === worst.matched && score < worst.score))) continue;
      const candidate = { shelf, document, matched: had, score, at: shelf.atOf(document) };
      if (worst && order(worst, candidate) <= 0) continue;
      best.push(candidate);
      // Sorted now and then: most of what is found is worse than the worst of the best.
      if (best.length < 2 * most + 64) continue;
      best = best.sort(order).slice(0, most);
      worst = best.at(-1);
    }
  }
  return { total, best: best.sort(order).slice(0, most) };
}

const order = (a: Candidate, b: Candidate): number =>
  b.matched - a.matched || b.score - a.score || b.at - a.at || b.document - a.document;
