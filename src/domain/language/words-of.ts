import { foldName } from './fold-name.ts';

// Scripts written without spaces: each character stands for a word of its own.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;

// Nearly every word; asking for its script takes ten times as long.
const isPlain = /^[\x21-\u02ff]+$/;

/** The words of a text as names are compared: `Ford’s talks` is `ford`, `talks`; `小米` is `小`, `米`. */
export const wordsOf = (text: string): string[] =>
  foldName(text)
    .normalize('NFC')
    .split(' ')
    .flatMap((word) => (isPlain.test(word) ? [word] : (word.match(unspaced) ?? [])));
