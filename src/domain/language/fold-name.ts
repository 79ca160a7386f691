/**
 * A name as it is compared: any case, accents, smart quotes, hyphens and stray punctuation mean the same.
 * `“Ford”`, `FORD.` and `#ford` fold to `ford`; letters of every script stay.
 */
export function foldName(name: string): string {
  if (isFolded(name)) return name;
  if (isPlain.test(name)) return foldPlain(name);
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’'‘`´]s?(?=\s|$)/gu, '')
    .replace(/[^\p{L}\p{N}&+]+/gu, ' ')
    .trim();
}

/** Most names: letters and signs of ASCII, no apostrophe. They need none of the dear steps. */
const isPlain = /^[ -&(-_a-~]*$/;

/** What folding leaves as it is, in letters of ASCII: metrics and units, which are asked for by the thousand at a start. */
export const isFolded = (name: string): boolean => folded.test(name);
const folded = /^[a-z0-9&+]+(?: [a-z0-9&+]+)*$/;

const foldPlain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9&+]+/g, ' ')
    .trim();
