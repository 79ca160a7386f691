import { firstFrom } from '../../first-from.ts';
import { doubled } from './doubled.ts';
import { longestWord, withinDistance } from './within-distance.ts';
import { WordTable } from './word-table.ts';

/** Every word there ever was, found by its beginning and by what is near it. */
export class Vocabulary {
  private readonly table = new WordTable();
  /** Which letters are in it, a bit each: most words are told apart by that alone. */
  private letters = new Int32Array(1024);
  private sorted: string[] = [];
  /** Words not yet among the sorted ones: putting each in its place at once would move all the others. */
  private fresh: string[] = [];

  get words(): readonly string[] {
    return this.table.words;
  }

  idOf(word: string): number | undefined {
    return this.table.idOf(word);
  }

  readonly take = (letters: Uint16Array, length: number, hash: number): number => {
    const known = this.table.words.length;
    const id = this.table.take(letters, length, hash);
    if (id < known) return id;
    const word = this.table.words[id] as string;
    if (id >= this.letters.length) this.letters = doubled(this.letters);
    this.letters[id] = lettersOf(word);
    this.fresh.push(word);
    if (this.fresh.length > Math.max(256, this.sorted.length / 8)) this.sortFresh();
    return id;
  };

  /** Words that begin so and are longer. */
  startingWith(beginning: string): number[] {
    const found: number[] = [];
    const isMeant = (word: string) => word.startsWith(beginning) && word.length > beginning.length;
    for (let at = firstFrom(this.sorted, (word) => word < beginning); at < this.sorted.length; at += 1) {
      const word = this.sorted[at] as string;
      if (!word.startsWith(beginning)) break;
      if (isMeant(word)) found.push(this.idOf(word) as number);
    }
    for (const word of this.fresh) if (isMeant(word)) found.push(this.idOf(word) as number);
    return found;
  }

  /** Words at most so many slips away, other than the word itself. */
  near(word: string, most: number): { id: number; distance: number }[] {
    if (word.length > longestWord) return [];
    const { words } = this.table;
    const wanted = lettersOf(word);
    const found: { id: number; distance: number }[] = [];
    for (let id = 0; id < words.length; id += 1) {
      // One slip changes two letters at most.
      if (bits((this.letters[id] as number) ^ wanted) > 2 * most) continue;
      const other = words[id] as string;
      if (Math.abs(other.length - word.length) > most) continue;
      const distance = withinDistance(word, other, most);
      if (distance > 0 && distance <= most) found.push({ id, distance });
    }
    return found;
  }

  private sortFresh(): void {
    const fresh = this.fresh.sort();
    const merged: string[] = [];
    let at = 0;
    for (const word of fresh) {
      while (at < this.sorted.length && (this.sorted[at] as string) < word)
        merged.push(this.sorted[at++] as string);
      merged.push(word);
    }
    while (at < this.sorted.length) merged.push(this.sorted[at++] as string);
    this.sorted = merged;
    this.fresh = [];
  }
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bits(of: number): number {
  let n = of - ((of >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
