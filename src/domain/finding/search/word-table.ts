import { asOneWord, spelt } from '../../language/each-word.ts';
import { doubled } from './doubled.ts';

/**
 * Words, or keys, numbered in order of arrival. A map from strings would want a string for each of three million words
 * before it could say that it knows nearly all of them.
 */
export class WordTable {
  readonly words: string[] = [];
  /** One more than a word's number, where its hash points to or in the next free place; at least half are 0. */
  private slots = new Int32Array(2048);
  private hashes = new Int32Array(1024);
  /** The letters of all words, one after the other, and where each ends. */
  private letters = new Uint16Array(8192);
  private ends = new Int32Array(1024);

  idOf(word: string): number | undefined {
    const id = asOneWord(word, 0, word.length, this.find);
    return id < 0 ? undefined : id;
  }

  readonly take = (word: Uint16Array, length: number, hash: number): number => {
    const known = this.find(word, length, hash);
    if (known >= 0) return known;
    const id = this.words.push(spelt(word, length)) - 1;
    if (id === this.hashes.length) this.makeRoom();
    this.hashes[id] = hash;
    this.enter(id, hash);
    const start = id === 0 ? 0 : (this.ends[id - 1] as number);
    while (start + length > this.letters.length) this.letters = doubled(this.letters);
    for (let at = 0; at < length; at += 1) this.letters[start + at] = word[at] as number;
    this.ends[id] = start + length;
    return id;
  };

  private readonly find = (word: Uint16Array, length: number, hash: number): number => {
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    for (let at = slotOf(hash, mask); ; at = (at + 1) & mask) {
      const id = (slots[at] as number) - 1;
      if (id < 0) return id;
      if (hashes[id] === hash && this.isWord(id, word, length)) return id;
    }
  };

  private isWord(id: number, word: Uint16Array, length: number): boolean {
    const { letters, ends } = this;
    const start = id === 0 ? 0 : (ends[id - 1] as number);
    if ((ends[id] as number) - start !== length) return false;
    for (let at = 0; at < length; at += 1) if (letters[start + at] !== word[at]) return false;
    return true;
  }

  private enter(id: number, hash: number): void {
    const mask = this.slots.length - 1;
    let at = slotOf(hash, mask);
    while (this.slots[at] !== 0) at = (at + 1) & mask;
    this.slots[at] = id + 1;
  }

  private makeRoom(): void {
    const { hashes } = this;
    this.slots = new Int32Array(this.slots.length * 2);
    for (let id = 0; id < hashes.length; id += 1) this.enter(id, hashes[id] as number);
    this.hashes = doubled(hashes);
    this.ends = doubled(this.ends);
  }
}

const slotOf = (hash: number, mask: number): number => (hash ^ (hash >>> 15)) & mask;
