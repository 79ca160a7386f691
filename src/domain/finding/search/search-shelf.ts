import { wordsOf } from '../../language/words-of.ts';
import type { Instant } from '../../records/moment.ts';
import { Postings } from './postings.ts';
import type { SearchDocument } from './search-query.ts';
import { doubled, Vocabulary } from './vocabulary.ts';

/** Between two names, and before the text: no phrase runs across. */
export const endOfName = -1;
export const endOfNames = -2;

/** Where in the tokens a document's words are. */
interface Places {
  start: number;
  endsNames: number;
  end: number;
}

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
  // How often the document that is just being entered has each word; all zero in between.
  private inNames = new Uint16Array(1024);
  private inText = new Uint16Array(1024);

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
    this.tokens.subarray(this.startOf(document), this.ends[document]);

  private startOf = (document: number): number => (document === 0 ? 0 : (this.ends[document - 1] as number));

  put({ key, names, text, marks, at }: SearchDocument): void {
    this.drop(key);
    const document = this.keys.push(key) - 1;
    if (document >= this.ends.length) this.makeRoom();
    this.numbers.set(key, document);
    this.living[document] = 1;
    this.ats[document] = sortable(at);
    this.marks[document] = marks;
    for (const mark of marks) this.mark(mark, document);

    const start = this.startOf(document);
    let end = start;
    for (const name of names) end = this.write(endOfName, this.write(name, end));
    const endsNames = end;
    end = this.write(text, this.write(endOfNames, end));
    this.ends[document] = end;
    this.lengths[document] = Math.min(65_535, this.enter(document, { start, endsNames, end }));
    this.totalLength += this.lengthOf(document);
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

  /** Puts the words' numbers, or the sign itself, from there on; returns where they end. */
  private write(words: string | number, from: number): number {
    const found = typeof words === 'number' ? [words] : wordsOf(words);
    while (from + found.length > this.tokens.length) this.tokens = doubled(this.tokens);
    let at = from;
    for (const word of found) this.tokens[at++] = typeof word === 'number' ? word : this.numberOf(word);
    return at;
  }

  private numberOf(word: string): number {
    const id = this.vocabulary.take(word);
    if (id === this.postings.length) {
      this.postings.push(new Postings());
      if (id >= this.inNames.length) {
        this.inNames = doubled(this.inNames);
        this.inText = doubled(this.inText);
      }
    }
    return id;
  }

  /** Counts the words of a document and enters it under each; returns how many there are. */
  private enter(document: number, { start, endsNames, end }: Places): number {
    let length = 0;
    for (let at = start; at < end; at += 1) {
      const word = this.tokens[at] as number;
      if (word < 0) continue;
      length += 1;
      const counts = at < endsNames ? this.inNames : this.inText;
      counts[word] = (counts[word] as number) + 1;
    }
    for (let at = start; at < end; at += 1) {
      const word = this.tokens[at] as number;
      if (word < 0) continue;
      const names = this.inNames[word] as number;
      const text = this.inText[word] as number;
      if (names + text === 0) continue;
      this.postingsOf(word).add(document, names, text, this.isLive);
      this.inNames[word] = 0;
      this.inText[word] = 0;
    }
    return length;
  }

  private mark(mark: string, document: number): void {
    const postings = this.marked.get(mark) ?? new Postings();
    if (postings.live === 0) this.marked.set(mark, postings);
    postings.add(document, 0, 0, this.isLive);
  }

  private makeRoom(): void {
    this.ends = doubled(this.ends);
    this.ats = doubled(this.ats);
    this.lengths = doubled(this.lengths);
    this.living = doubled(this.living);
  }
}

/** An instant as a number that sorts as it does, to a hundredth of a second. */
export const sortable = (at: Instant): number =>
  Number(
    at.slice(0, 4) +
      at.slice(5, 7) +
      at.slice(8, 10) +
      at.slice(11, 13) +
      at.slice(14, 16) +
      at.slice(17, 19) +
      at.slice(20, 22),
  );
