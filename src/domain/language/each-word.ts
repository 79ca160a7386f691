import {
  isAlone,
  isApostrophe,
  isLetter,
  isNothing,
  isSpace,
  isUnclear,
  kindOf,
  kinds,
  letters,
} from './letters.ts';

/** The letters of one word, the first `length` of them; they are others when the next word is read. */
export type TakeWord = (word: Uint16Array, length: number, hash: number) => void;

// One for all texts: a start reads three million words, and none of them becomes a string to be looked up.
let word = new Uint16Array(256);

const letterS = 115;
const noLetter = 0x811c9dc5 | 0;
// FNV-1a, a letter at a time: http://www.isthe.com/chongo/tech/comp/fnv/
const nextHash = (hash: number, letter: number): number => Math.imul(hash ^ letter, 0x01000193);

/**
 * Reads the words between two places of a text, letter by letter: the same that `wordsOf` makes strings of.
 * Answers false where a character means something else beside others: what was taken by then is to be forgotten.
 */
export function eachWord(text: string, from: number, to: number, take: TakeWord): boolean {
  let length = 0;
  let hash = noLetter;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const kind = kinds[code] || kindOf(code);
    if (kind === isLetter) {
      const letter = letters[code] as number;
      if (length === word.length) makeRoom();
      word[length] = letter;
      length += 1;
      hash = nextHash(hash, letter);
      continue;
    }
    if (kind === isNothing) continue;
    if (kind === isUnclear) return false;
    if (length > 0) take(word, length, hash);
    length = 0;
    hash = noLetter;
    if (kind === isAlone) {
      word[0] = letters[code] as number;
      take(word, 1, nextHash(hash, word[0] as number));
    } else if (kind === isApostrophe && isPossessive(text, at + 1, to)) at = pastAccents(text, at + 1, to);
  }
  if (length > 0) take(word, length, hash);
  return true;
}

/** As `eachWord`, for what is one word already, such as a key. */
export function asOneWord<T>(
  text: string,
  from: number,
  to: number,
  take: (word: Uint16Array, length: number, hash: number) => T,
): T {
  let hash = noLetter;
  while (to - from > word.length) makeRoom();
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    word[at - from] = code;
    hash = nextHash(hash, code);
  }
  return take(word, to - from, hash);
}

/** A call takes no more arguments than that, whatever the stack has left. */
const mostAtOnce = 4096;

/** The word as a string. */
export function spelt(word: Uint16Array, length: number): string {
  let spelling = '';
  for (let from = 0; from < length; from += mostAtOnce) {
    const some = word.subarray(from, Math.min(length, from + mostAtOnce));
    spelling += String.fromCharCode.apply(null, some as unknown as number[]);
  }
  return spelling;
}

function makeRoom(): void {
  const larger = new Uint16Array(word.length * 2);
  larger.set(word);
  word = larger;
}

/** An `s` with nothing but a space after it, accents aside. */
function isPossessive(text: string, at: number, to: number): boolean {
  const s = pastAccents(text, at, to);
  const code = text.charCodeAt(s);
  if (s >= to || kinds[code] !== isLetter || letters[code] !== letterS) return false;
  const next = pastAccents(text, s + 1, to);
  return next >= to || kinds[text.charCodeAt(next)] === isSpace;
}

/** Where the next character stands that is one; it has been looked up by then. */
function pastAccents(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (kinds[text.charCodeAt(at)] || kindOf(text.charCodeAt(at))) === isNothing) at += 1;
  return at;
}
