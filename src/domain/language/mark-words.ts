import { wordsOf } from './words-of.ts';

export interface Marked {
  text: string;
  isMatch: boolean;
}

// As `wordsOf` reads: scripts without spaces a character at a time, else letters with what stands within a word.
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}&+])+(?:[’'‘`´](?:s\b)?)?/gu;

/** The text in pieces: those whose words are among `words`, in whatever case and with whatever accents, and the rest. */
export function markWords(text: string, words: ReadonlySet<string>): Marked[] {
  const pieces: Marked[] = [];
  const add = (piece: string, isMatch: boolean) => {
    const last = pieces.at(-1);
    if (piece === '') return;
    if (last?.isMatch === isMatch) last.text += piece;
    else pieces.push({ text: piece, isMatch });
  };
  let from = 0;
  for (const match of text.matchAll(word)) {
    if (!wordsOf(match[0]).some((one) => words.has(one))) continue;
    add(text.slice(from, match.index), false);
    // The apostrophe belongs to the sentence, not to the name.
    const [, core = '', after = ''] = /^(.*?)([’'‘`´]s?)?$/su.exec(match[0]) ?? [];
    add(core, true);
    add(after, false);
    from = match.index + match[0].length;
  }
  add(text.slice(from), false);
  return pieces;
}

/** So much of a long text as shows its first match, cut between words. */
export function aroundMatch(pieces: readonly Marked[], most: number): Marked[] {
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  const [before] = pieces;
  const lead = before && !before.isMatch ? before.text.length : 0;
  if (length <= most || lead < most / 2) return [...pieces];
  const kept = (before as Marked).text.slice(lead - Math.floor(most / 3));
  const start = kept.indexOf(' ') + 1;
  return [{ text: `… ${kept.slice(start)}`, isMatch: false }, ...pieces.slice(1)];
}
