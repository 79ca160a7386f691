import { doubled } from './doubled.ts';

const mostInNames = 7;
const mostInText = 15;

// What is kept of each list, side by side: they are read together.
const width = 8;
const first = 0;
const next = 1;
const room = 2;
const size = 3;
const live = 4;
const length = 5;

const smallest = 2;
const largest = 1024;
const sizeAfter = (one: number): number => Math.min(one * 2, largest);

/**
 * For each word the documents that have it, in order of their numbers. A posting is one number: the document, how often
 * the word stands in its names, how often in its text. All lists stand in one array, in pieces that grow, each with the
 * place of the next one after it. A document that is no more stays until its list next grows.
 */
export class Postings {
  private lists = new Int32Array(256 * width);
  /** Nothing stands at 0, which means "no piece". */
  private pool = new Int32Array(4096);
  private end = 1;
  private readonly isLive: (document: number) => boolean;

  constructor(isLive: (document: number) => boolean) {
    this.isLive = isLive;
  }

  /** Once more in this document. */
  add(list: number, document: number, inNames: number, inText: number): void {
    while ((list + 1) * width > this.lists.length) this.lists = doubled(this.lists);
    const at = list * width;
    const place = this.lists[at + next] as number;
    const last = place > 0 ? (this.pool[place - 1] as number) : -1;
    if (last >= 0 && documentIn(last) === document) {
      if (inNamesOf(last) + inNames <= mostInNames && inTextOf(last) + inText <= mostInText)
        this.pool[place - 1] = last + inNames * 16 + inText;
      return;
    }
    this.append(at, document * 128 + inNames * 16 + inText);
  }

  /** Documents that still are: what others are ranked and counted by. */
  liveIn(list: number): number {
    return this.lists[list * width + live] ?? 0;
  }

  leave(list: number): void {
    const at = list * width + live;
    this.lists[at] = (this.lists[at] as number) - 1;
  }

  /** Packed, the dead among them. `documentIn`, `inNamesOf` and `inTextOf` read one. */
  all(list: number): Int32Array {
    const at = list * width;
    const count = this.lists[at + length] ?? 0;
    const start = this.lists[at + first] ?? 0;
    if (count <= smallest) return this.pool.subarray(start, start + count);
    const found = new Int32Array(count);
    let read = 0;
    let piece = start;
    for (let most = smallest; read < count; most = sizeAfter(most)) {
      const here = Math.min(most, count - read);
      found.set(this.pool.subarray(piece, piece + here), read);
      read += here;
      piece = this.pool[piece + most] as number;
    }
    return found;
  }

  /** The next piece, which is there already where a list was once longer. */
  private makeRoom(at: number): void {
    const { lists } = this;
    const count = lists[at + length] as number;
    if ((lists[at + live] as number) <= count * 0.75 && count > 0) this.leaveOutTheDead(at);
    if ((lists[at + room] as number) > 0) return;
    const before = lists[at + size] as number;
    const after = before === 0 ? smallest : sizeAfter(before);
    const link = before === 0 ? 0 : (lists[at + next] as number);
    const known = before === 0 ? (lists[at + first] as number) : (this.pool[link] as number);
    const piece = known === 0 ? this.newPiece(after) : known;
    if (link > 0) this.pool[link] = piece;
    if (before === 0) lists[at + first] = piece;
    lists[at + next] = piece;
    lists[at + room] = after;
    lists[at + size] = after;
  }

  private newPiece(of: number): number {
    const piece = this.end;
    this.end += of + 1;
    while (this.end > this.pool.length) this.pool = doubled(this.pool);
    return piece;
  }

  private leaveOutTheDead(at: number): void {
    const { lists } = this;
    const living = this.all(at / width).filter((packed) => this.isLive(documentIn(packed)));
    for (const field of [next, room, size, live, length]) lists[at + field] = 0;
    for (const packed of living) this.append(at, packed);
  }

  private append(at: number, packed: number): void {
    if (this.lists[at + room] === 0) this.makeRoom(at);
    const { lists } = this;
    const place = lists[at + next] as number;
    this.pool[place] = packed;
    lists[at + next] = place + 1;
    lists[at + room] = (lists[at + room] as number) - 1;
    lists[at + live] = (lists[at + live] as number) + 1;
    lists[at + length] = (lists[at + length] as number) + 1;
  }
}

export const documentIn = (packed: number): number => packed >>> 7;
export const inNamesOf = (packed: number): number => (packed >>> 4) & mostInNames;
export const inTextOf = (packed: number): number => packed & mostInText;
