/** The first index whose value is not below what is looked for, in a list in which all that are below come first. */
export function firstFrom<T>(sorted: readonly T[], isBelow: (value: T) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isBelow(sorted[middle] as T)) from = middle + 1;
    else to = middle;
  }
  return from;
}
