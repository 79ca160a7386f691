import { doubled } from './vocabulary.ts';

const mostInNames = 7;
const mostInText = 15;

/**
 * The documents that have a word, in order of their numbers. Each is one number: the document, how often the word
 * stands in its names, how often in its text. A document that is no more stays until the list next grows.
 */
export class Postings {
  private packed = new Int32Array(2);
  private length = 0;
  /** Documents that still are: what others are ranked and counted by. */
  live = 0;

  add(document: number, inNames: number, inText: number, isLive: (document: number) => boolean): void {
    if (this.length === this.packed.length) this.grow(isLive);
    this.packed[this.length] =
      document * 128 + Math.min(inNames, mostInNames) * 16 + Math.min(inText, mostInText);
    this.length += 1;
    this.live += 1;
  }

  /** Packed, the dead among them. `documentIn`, `inNames` and `inText` read one. */
  all(): Int32Array {
    return this.packed.subarray(0, this.length);
  }

  private grow(isLive: (document: number) => boolean): void {
    if (this.live > this.length * 0.75) {
      this.packed = doubled(this.packed);
      return;
    }
    const living = this.all().filter((packed) => isLive(documentIn(packed)));
    this.length = living.length;
    this.packed = new Int32Array(Math.max(2, living.length * 2));
    this.packed.set(living);
  }
}

export const documentIn = (packed: number): number => packed >>> 7;
export const inNames = (packed: number): number => (packed >>> 4) & mostInNames;
export const inText = (packed: number): number => packed & mostInText;
