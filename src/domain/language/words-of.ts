import { eachWord, spelt } from './each-word.ts';
import { foldName, isFolded } from './fold-name.ts';

// Scripts written without spaces: each character stands for a word of its own.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;

/** The words of a text as names are compared: `Ford’s talks` is `ford`, `talks`; `小米` is `小`, `米`. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  const isRead = eachWord(text, 0, text.length, (word, length) => {
    words.push(spelt(word, length));
  });
  return isRead ? words : wordsByRule(text);
}

/** The words of a name, a space between. Most names fold to letters of ASCII, and those are read faster than by letter. */
export function phraseOf(name: string): string {
  const folded = foldName(name);
  return isFolded(folded) ? folded : wordsOf(name).join(' ');
}

/** What `wordsOf` means, a rule at a time: for the few texts that cannot be read letter by letter. */
export function wordsByRule(text: string): string[] {
  const folded = foldName(text).normalize('NFC');
  return folded.split(' ').flatMap((word) => word.match(unspaced) ?? []);
}
