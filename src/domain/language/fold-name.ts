/**
 * A name as it is compared: any case, accents, smart quotes, hyphens and stray punctuation mean the same.
 * `“Ford”`, `FORD.` and `#ford` fold to `ford`; letters of every script stay.
 */
export function foldName(name: string): string {
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

const foldPlain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9&+]+/g, ' ')
    .trim();
