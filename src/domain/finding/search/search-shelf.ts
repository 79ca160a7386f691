import { wordsOf } from '../../language/words-of.ts';
import type { Instant } from '../../records/moment.ts';
import { Postings } from './postings.ts';
import type { SearchDocument } from './search-query.ts';
import { doubled, Vocabulary } from './vocabulary.ts';

/** Between two names, and before the text: no phrase runs across. */
export const endOfName = -1;
export const endOfNames = -2;

/**
 * Documents under numbers, and the words they have. A number is used once: what changes gets a new one. Memory of
 * the old one, about 200 bytes, comes back with the next start.
 */
export class SearchShelf {
  readonly vocabulary = new Vocabulary();
  private readonly postings: Postings[] = [];
  private readonly marked = new Map<string, Postings>();
  private readonly numbers = new Map<string, number>();
  private readonly keys: string[] = [];
  private marks: (readonly string[] | undefined)[] = [];
  private tokens = new Int32Array(4096);
  private ends = new Int32Array(256);
  private ats = new Float64Array(256);
  private lengths = new Uint16Array(256);
  private living = new Uint8Array(256);
  private totalLength = 0;

  get size(): number {
    return this.numbers.size;
  }
  /** One more than the highest number. */
  get count(): number {
    return this.keys.length;
  }
  get averageLength(): number {
    return this.size === 0 ? 1 : this.totalLength / this.size;
  }

  readonly isLive = (document: number): boolean => this.living[document] === 1;
  has = (key: string): boolean => this.numbers.has(key);
  keyOf = (document: number): string => this.keys[document] as string;
  lengthOf = (document: number): number => this.lengths[document] as number;
  atOf = (document: number): number => this.ats[document] as number;
  postingsOf = (word: number): Postings => this.postings[word] as Postings;
  markedWith = (mark: string): Postings | undefined => this.marked.get(mark);
  liveWith = (word: string): number => this.postings[this.vocabulary.idOf(word) ?? -1]?.live ?? 0;

  /** The numbers of its words as they follow each other, with the ends of names between them. */
  tokensOf = (document: number): Int32Array =>
    this.tokens.subarray(document === 0 ? 0 : this.ends[document - 1], this.ends[document]);

  put({ key, names, text, marks, at }: SearchDocument): void {
    this.drop(key);
    const document = this.keys.push(key) - 1;
    if (document >= this.ends.length) this.makeRoom();
    this.numbers.set(key, document);
    this.living[document] = 1;
    this.ats[document] = sortable(at);
    this.marks[document] = marks;
    for (const mark of marks) this.mark(mark, document);

    const named = names.map((name) => this.numbered(name));
    const told = this.numbered(text);
    this.write(document, [...named.flatMap((name) => [...name, endOfName]), endOfNames, ...told]);
    const frequencies = new Map<number, { names: number; text: number }>();
    const count = (words: readonly number[], where: 'names' | 'text') => {
      for (const word of words) {
        const counted = frequencies.get(word) ?? { names: 0, text: 0 };
        counted[where] += 1;
        frequencies.set(word, counted);
      }
    };
    for (const name of named) count(name, 'names');
    count(told, 'text');
    for (const [word, found] of frequencies) {
      this.postingsOf(word).add(document, found.names, found.text, this.isLive);
    }
    const length = Math.min(65_535, told.length + named.reduce((sum, name) => sum + name.length, 0));
    this.lengths[document] = length;
    this.totalLength += length;
  }

  drop(key: string): void {
    const document = this.numbers.get(key);
    if (document === undefined) return;
    this.numbers.delete(key);
    this.living[document] = 0;
    this.totalLength -= this.lengthOf(document);
    for (const word of new Set(this.tokensOf(document))) if (word >= 0) this.postingsOf(word).live -= 1;
    for (const mark of this.marks[document] ?? []) (this.marked.get(mark) as Postings).live -= 1;
    this.marks[document] = undefined;
  }

  private numbered(text: string): number[] {
    return wordsOf(text).map((word) => {
      const id = this.vocabulary.take(word);
      if (id === this.postings.length) this.postings.push(new Postings());
      return id;
    });
  }

  private mark(mark: string, document: number): void {
    const postings = this.marked.get(mark) ?? new Postings();
    this.marked.set(mark, postings);
    postings.add(document, 0, 0, this.isLive);
  }

  private write(document: number, tokens: readonly number[]): void {
    const start = document === 0 ? 0 : (this.ends[document - 1] as number);
    while (start + tokens.length > this.tokens.length) this.tokens = doubled(this.tokens);
    this.tokens.set(tokens, start);
    this.ends[document] = start + tokens.length;
  }

  private makeRoom(): void {
    this.ends = doubled(this.ends);
    this.ats = doubled(this.ats);
    this.lengths = doubled(this.lengths);
    this.living = doubled(this.living);
  }
}

/** An instant as a number that sorts as it does, to a hundredth of a second. */
export const sortable = (at: Instant): number => Number(at.replace(/\D/g, '').slice(0, 16));
