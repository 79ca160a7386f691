/** What a character is to the reader of words. */
export const isLetter = 1;
/** A word by itself: a character of a script that is written without spaces. */
export const isAlone = 2;
export const isGap = 3;
/** A gap, too; but an `’s` before it is a possessive. */
export const isSpace = 4;
export const isApostrophe = 5;
/** An accent: as if it were not there. */
export const isNothing = 6;
/** What it means depends on its neighbours: the whole text is read the long way. */
export const isUnclear = 7;

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

// Half of a pair, parts of Hangul syllables, and the sigma that is written otherwise at the end of a word.
const unclear = /[\p{Cs}\u1100-\u11ff\u03a3]/u;

/** By the code of a character: 0 as long as nobody has asked for it. */
export const kinds = new Uint8Array(65_536);
/** By the code of a character: the letter that it is compared as. */
export const letters = new Uint16Array(65_536);

/** Looks a character up, which fills in both tables. */
export function kindOf(code: number): number {
  const plain = String.fromCharCode(code)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
  const folded = plain.toLowerCase();
  letters[code] = folded.charCodeAt(0);
  kinds[code] = plain.length > 1 || unclear.test(plain) ? isUnclear : kindOfFolded(folded);
  return kinds[code] as number;
}

function kindOfFolded(folded: string): number {
  if (folded === '') return isNothing;
  if (unspaced.test(folded)) return /[\p{L}\p{N}]/u.test(folded) ? isAlone : isGap;
  if (/[\p{L}\p{N}&+]/u.test(folded)) return isLetter;
  if (/[’'‘`]/u.test(folded)) return isApostrophe;
  return /\s/.test(folded) ? isSpace : isGap;
}
