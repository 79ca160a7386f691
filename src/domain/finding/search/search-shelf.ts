import { asOneWord, eachWord } from '../../language/each-word.ts';
import { wordsByRule } from '../../language/words-of.ts';
import { doubled } from './doubled.ts';
import { NumberRows } from './number-rows.ts';
import type { PackedReader } from './packed-documents.ts';
import { Postings } from './postings.ts';
import { sortable } from './sortable.ts';
import { Vocabulary } from './vocabulary.ts';
import { WordTable } from './word-table.ts';

/** Between two names, and before the text: no phrase runs across. */
export const endOfName = -1;
export const endOfNames = -2;

const mostCounted = 65_535;

/**
 * Documents under numbers, and the words they have. A number is used once: what changes gets a new one. Memory of
 * the old one, about 200 bytes, comes back with the next start.
 */
export class SearchShelf {
  readonly vocabulary = new Vocabulary();
  readonly postings: Postings;
  private readonly marked: Postings;
  private readonly markTable = new WordTable();
  private readonly keyTable = new WordTable();
  /** Of each document its words in a row, its marks, its key, its time, how long it is and whether it still is. */
  private readonly tokens = new NumberRows();
  private readonly marks = new NumberRows();
  private keys = new Int32Array(256);
  private ats = new Float64Array(256);
  private lengths = new Uint16Array(256);
  private living = new Uint8Array(256);
  /** By key: one more than the number of its document. */
  private documents = new Int32Array(256);
  private totalLength = 0;
  /** How many documents there are, and one more than the highest number. */
  size = 0;
  count = 0;

  constructor() {
    this.postings = new Postings(this.isLive);
    this.marked = new Postings(this.isLive);
  }

  get averageLength(): number {
    return this.size === 0 ? 1 : this.totalLength / this.size;
  }

  readonly isLive = (document: number): boolean => this.living[document] === 1;
  keyOf = (document: number): string => this.keyTable.words[this.keys[document] as number] as string;
  lengthOf = (document: number): number => this.lengths[document] as number;
  atOf = (document: number): number => this.ats[document] as number;
  liveWith = (word: string): number => this.postings.liveIn(this.vocabulary.idOf(word) ?? -1);

  markedWith(mark: string): Int32Array {
    return this.marked.all(this.markTable.idOf(mark) ?? -1);
  }

  /** The numbers of its words as they follow each other, with the ends of names between them. */
  tokensOf = (document: number): Int32Array => this.tokens.at(document);

  /** Takes in the document that the reader has come to, and returns its number. */
  put(reader: PackedReader): number {
    reader.part();
    const key = asOneWord(reader.text, reader.from, reader.to, this.keyTable.take);
    while (key >= this.documents.length) this.documents = doubled(this.documents);
    this.leave(key);
    const document = this.count++;
    if (document >= this.ats.length) this.makeRoom();
    this.keys[document] = key;
    this.documents[key] = document + 1;
    this.living[document] = 1;
    this.size += 1;
    reader.part();
    this.ats[document] = sortable(reader.text, reader.from);

    for (let names = reader.number(); names > 0; names -= 1) {
      this.write(reader);
      this.tokens.push(endOfName);
    }
    this.tokens.push(endOfNames);
    this.write(reader);
    this.tokens.close();
    this.lengths[document] = Math.min(mostCounted, this.enter(document));
    this.totalLength += this.lengthOf(document);

    for (let marks = reader.number(); marks > 0; marks -= 1) {
      reader.part();
      const mark = asOneWord(reader.text, reader.from, reader.to, this.markTable.take);
      this.marked.add(mark, document, 0, 0);
      this.marks.push(mark);
    }
    this.marks.close();
    return document;
  }

  drop(key: string): void {
    const known = this.size === 0 ? undefined : this.keyTable.idOf(key);
    if (known !== undefined) this.leave(known);
  }

  private leave(key: number): void {
    const document = (this.documents[key] as number) - 1;
    if (document < 0) return;
    this.documents[key] = 0;
    this.living[document] = 0;
    this.size -= 1;
    this.totalLength -= this.lengthOf(document);
    for (const word of new Set(this.tokensOf(document))) if (word >= 0) this.postings.leave(word);
    for (const mark of new Set(this.marks.at(document))) this.marked.leave(mark);
  }

  /** Puts the numbers of the next part's words in the document's row. */
  private write(reader: PackedReader): void {
    reader.part();
    const { text, from, to } = reader;
    const before = this.tokens.end;
    if (eachWord(text, from, to, this.takeWord)) return;
    this.tokens.end = before;
    for (const word of wordsByRule(text.slice(from, to))) asOneWord(word, 0, word.length, this.takeWord);
  }

  private readonly takeWord = (word: Uint16Array, length: number, hash: number): void =>
    this.tokens.push(this.vocabulary.take(word, length, hash));

  /** Enters a document under each of its words; returns how many there are. */
  private enter(document: number): number {
    const tokens = this.tokensOf(document);
    let length = 0;
    let isName = 1;
    for (let at = 0; at < tokens.length; at += 1) {
      const word = tokens[at] as number;
      if (word === endOfNames) isName = 0;
      if (word < 0) continue;
      length += 1;
      this.postings.add(word, document, isName, 1 - isName);
    }
    return length;
  }

  private makeRoom(): void {
    this.keys = doubled(this.keys);
    this.ats = doubled(this.ats);
    this.lengths = doubled(this.lengths);
    this.living = doubled(this.living);
  }
}
