import { foldName } from './fold-name.ts';

// Scripts written without spaces: each character stands for a word of its own.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;

// Nearly every text and word; asking for their scripts takes ten times as long.
const isPlain = /^[\x21-\u02ff]+(?: [\x21-\u02ff]+)*$/;

/** The words of a text as names are compared: `Ford’s talks` is `ford`, `talks`; `小米` is `小`, `米`. */
export function wordsOf(text: string): string[] {
  const folded = foldName(text).normalize('NFC');
  if (isPlain.test(folded)) return folded.split(' ');
  return folded.split(' ').flatMap((word) => (isPlain.test(word) ? [word] : (word.match(unspaced) ?? [])));
}
