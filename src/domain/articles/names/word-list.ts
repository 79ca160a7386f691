/** A table of words, written as a text: `wordList('inc corp')`. */
export const wordList = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.join(' ').split(/\s+/).filter(Boolean));
