import { wordsOf } from '../language/words-of.ts';

/** Two 53-bit hashes with different seeds: https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js */
function hash(text: string, seed: number): string {
  let [high, low] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** The same for the same words, however they are spaced, quoted and capitalized; it guards nothing against forgery. */
export function fingerprintOf(paragraphs: readonly string[]): string {
  const words = paragraphs.flatMap(wordsOf).join(' ');
  return `${hash(words, 0)}-${hash(words, 1)}`;
}
