/**
 * A name as it is compared: any case, accents, smart quotes, hyphens and stray punctuation mean the same.
 * `“Ford”`, `FORD.` and `#ford` fold to `ford`; letters of every script stay.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’'‘`´]s?(?=\s|$)/gu, '')
    .replace(/[^\p{L}\p{N}&+]+/gu, ' ')
    .trim();
}
