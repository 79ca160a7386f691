/** Longer words are not looked for with slips: there are none that a person types. */
export const longestWord = 40;

const width = longestWord + 3;
// Three rows for every comparison ever made: a vocabulary is compared with a word thousands of times a second.
const rows = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)] as const;

/**
 * How many letters to insert, drop, change or swap to get from `a` to `b`, if at most `most`; more than that is
 * `most + 1`. As `editDistance`, but it leaves off where nothing can come of it.
 */
export function withinDistance(a: string, b: string, most: number): number {
  const tooFar = most + 1;
  if (a.length > longestWord || b.length > longestWord || Math.abs(a.length - b.length) > most) return tooFar;
  let [beforeLast, last, row]: [Uint8Array, Uint8Array, Uint8Array] = [...rows];
  let leastBefore = 0;
  for (let j = 0; j <= b.length; j += 1) last[j] = Math.min(j, tooFar);
  for (let i = 1; i <= a.length; i += 1) {
    const from = Math.max(1, i - most);
    const to = Math.min(b.length, i + most);
    row[from - 1] = from === 1 ? Math.min(i, tooFar) : tooFar;
    let least = row[from - 1] as number;
    for (let j = from; j <= to; j += 1) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      // What lies outside the band cost more than `most` already.
      const above = j === i + most ? tooFar : (last[j] as number);
      let best = Math.min((row[j - 1] as number) + 1, above + 1, (last[j - 1] as number) + (isSame ? 0 : 1));
      const isSwap =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwap) best = Math.min(best, (beforeLast[j - 2] as number) + 1);
      row[j] = Math.min(best, tooFar);
      least = Math.min(least, row[j] as number);
    }
    // A swap reaches over one row, so only two without hope end it.
    if (least > most && leastBefore > most) return tooFar;
    leastBefore = least;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length] as number, tooFar);
}
