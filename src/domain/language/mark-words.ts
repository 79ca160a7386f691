import { wordsOf } from './words-of.ts';

export interface Marked {
  text: string;
  isMatch: boolean;
}

// As `wordsOf` reads: scripts without spaces a character at a time, else letters with what stands within a word.
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}&+])+(?:[’'‘`´](?:s\b)?)?/gu;

/** What is marked: words wherever they stand, and the words of phrases where they stand in a row. */
export interface Sought {
  words: ReadonlySet<string>;
  phrases: readonly (readonly string[])[];
}

/** The text in pieces: what is sought, in whatever case and with whatever accents, and the rest. */
export function markWords(text: string, { words, phrases }: Sought): Marked[] {
  const pieces: Marked[] = [];
  const add = (piece: string, isMatch: boolean) => {
    const last = pieces.at(-1);
    if (piece === '') return;
    if (last?.isMatch === isMatch) last.text += piece;
    else pieces.push({ text: piece, isMatch });
  };
  let from = 0;
  const matches = [...text.matchAll(word)].map((match) => ({ match, folded: wordsOf(match[0]) }));
  const inPhrase = placesOf(
    phrases,
    matches.map(({ folded }) => folded[0] ?? ''),
  );
  for (const [place, { match, folded }] of matches.entries()) {
    if (!inPhrase.has(place) && !folded.some((one) => words.has(one))) continue;
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

/** Where the words of these phrases stand, one after the other. */
function placesOf(phrases: Sought['phrases'], words: readonly string[]): Set<number> {
  const places = new Set<number>();
  for (const phrase of phrases) {
    for (
      let from = words.indexOf(phrase[0] ?? '');
      from >= 0;
      from = words.indexOf(phrase[0] ?? '', from + 1)
    ) {
      if (phrase.some((one, at) => words[from + at] !== one)) continue;
      for (const at of phrase.keys()) places.add(from + at);
    }
  }
  return places;
}

/** So much of a long text as shows its first match, cut between words. */
export function aroundMatch(pieces: readonly Marked[], most: number): Marked[] {
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  const [before] = pieces;
  // Found by something else, it is read from its beginning.
  const lead = before && !before.isMatch && pieces.length > 1 ? before.text.length : 0;
  if (length <= most || lead < most / 2) return [...pieces];
  const kept = (before as Marked).text.slice(lead - Math.floor(most / 3));
  const start = kept.indexOf(' ') + 1;
  return [{ text: `… ${kept.slice(start)}`, isMatch: false }, ...pieces.slice(1)];
}
