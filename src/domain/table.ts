import { countOf, fewOf, type KeyList, setOf, withKey, withoutKey } from './key-list.ts';

/** Under what an index finds a row. Most rows are found under one word or none, and then nobody has to make a list. */
export type Words = string | readonly string[] | undefined;

/** Finds rows by something other than their key; kept by the table at every `put`, in order of arrival. */
export class Index<Row> {
  private readonly keys = new Map<string, KeyList>();
  /** Words under which a row came later than it arrived in the table: put in order when next asked for. */
  private readonly unordered = new Set<string>();
  private order: () => Iterable<string> = () => [];
  readonly keysOf: (row: Row) => Words;

  constructor(keysOf: (row: Row) => Words) {
    this.keysOf = keysOf;
  }

  /** Keys of the rows found under `value`, oldest first. */
  at(value: string): ReadonlySet<string> {
    const found = setOf(this.keys.get(value));
    if (!this.unordered.delete(value)) return found;
    const ordered = new Set<string>();
    for (const key of this.order()) if (found.has(key)) ordered.add(key);
    this.keys.set(value, ordered);
    return ordered;
  }

  /** The same as a list, where it is short; `undefined` where it is long or has to be put in order first. */
  few(value: string): readonly string[] | undefined {
    return this.unordered.size > 0 && this.unordered.has(value) ? undefined : fewOf(this.keys.get(value));
  }

  /** How many rows `at` would find, without a set of their keys: asked of every entry of a story. */
  count(value: string): number {
    return countOf(this.keys.get(value));
  }

  /** Tells the index where to read in which order the rows arrived. */
  follow(order: () => Iterable<string>): void {
    this.order = order;
  }

  values(): IterableIterator<string> {
    return this.keys.keys();
  }

  fill(keys: readonly string[], rows: readonly Row[], [from, to]: readonly [number, number]): void {
    for (let at = from; at < to; at += 1) {
      const key = keys[at] as string;
      const words = this.keysOf(rows[at] as Row);
      if (typeof words === 'string') this.enter(words, key);
      else if (words) for (const value of words) this.enter(value, key);
    }
  }

  move(key: string, before: Row | undefined, after: Row | undefined): void {
    const left = before && this.keysOf(before);
    const entered = after && this.keysOf(after);
    // Nor is anything to be done where it goes on being found under its one word, or under none.
    if (left === entered) return;
    for (const value of listOf(left)) if (!listOf(entered).includes(value)) this.leave(value, key);
    for (const value of listOf(entered)) {
      if (listOf(left).includes(value)) continue;
      if (before && this.keys.has(value)) this.unordered.add(value);
      this.enter(value, key);
    }
  }

  private enter(value: string, key: string): void {
    const before = this.keys.get(value);
    const after = withKey(before, key);
    if (after !== before) this.keys.set(value, after);
  }

  private leave(value: string, key: string): void {
    const before = this.keys.get(value);
    const after = withoutKey(before, key);
    if (after === before) return;
    if (after !== undefined) this.keys.set(value, after);
    else {
      this.keys.delete(value);
      this.unordered.delete(value);
    }
  }
}

const nothing: readonly string[] = [];
export const listOf = (words: Words): readonly string[] =>
  words === undefined ? nothing : typeof words === 'string' ? [words] : words;
const noRows: readonly never[] = [];
const ignore = (): void => {};

/** What stood there before a put, and what stands there now. */
type Watch<Row> = (before: Row | undefined, after: Row | undefined) => void;

interface Watcher<Row> {
  put: Watch<Row>;
  /** Told of the rows of a table that is filled, some at a time, and then that its indexes have them all. */
  fill: (rows: readonly Row[]) => void;
  filled: () => void;
}

/** How many rows are read from at a time: so many are in a processor's cache. */
const inReach = 512;

/** Rows by key, in order of arrival. A row is never changed in place: an act puts a new one. */
export class Table<Row, Indexes extends Record<string, Index<Row>>> {
  private readonly rows = new Map<string, Row>();
  private readonly watchers: Watcher<Row>[] = [];
  private readonly indexes: readonly Index<Row>[];
  readonly by: Indexes;

  constructor(indexes: Indexes) {
    this.by = indexes;
    this.indexes = Object.values(indexes);
  }

  /** Tells of every row that is put from now on, and that all were at once: for what is kept beside the table and must not fall behind. */
  watch(put: Watch<Row>, { fill = ignore, filled = ignore }: Partial<Watcher<Row>> = {}): void {
    this.watchers.push({ put, fill, filled });
  }

  get size(): number {
    return this.rows.size;
  }

  get(key: string): Row | undefined {
    return this.rows.get(key);
  }

  all(): IterableIterator<Row> {
    return this.rows.values();
  }

  /** In order of arrival. */
  rowKeys(): IterableIterator<string> {
    return this.rows.keys();
  }

  /** Sets the row, or removes it when `row` is undefined; returns what stood there. */
  put(key: string, row: Row | undefined): Row | undefined {
    const before = this.rows.get(key);
    if (row === undefined) this.rows.delete(key);
    else this.rows.set(key, row);
    for (const index of this.indexes) index.move(key, before, row);
    for (const watcher of this.watchers) watcher.put(before, row);
    return before;
  }

  /** Fills an empty table. All is read from some rows before the next: they and what they come to are then in reach. */
  fill(rows: readonly Row[], keyOf: (row: Row) => string): void {
    if (this.rows.size > 0) throw new Error('only an empty table can be filled');
    const keys = rows.map(keyOf);
    for (const [at, key] of keys.entries()) this.rows.set(key, rows[at] as Row);
    // A file that somebody edited may have two rows of one key: the later one stands.
    if (this.rows.size < rows.length) {
      this.rows.clear();
      for (const [at, key] of keys.entries()) this.put(key, rows[at]);
      return;
    }
    for (let from = 0; from < rows.length; from += inReach) {
      const part = [from, Math.min(from + inReach, rows.length)] as const;
      for (const index of this.indexes) index.fill(keys, rows, part);
      for (const { fill } of this.watchers) fill(rows.slice(...part));
    }
    for (const watcher of this.watchers) watcher.filled();
  }

  /** The rows that `index` finds under `value`, oldest first. */
  where(index: Index<Row>, value: string): Iterable<Row> {
    const few = index.few(value);
    if (!few) return this.many(index, value);
    if (few.length === 0) return noRows;
    // Most words find a few rows: a generator and a set of keys would take longer than the rows.
    const rows: Row[] = [];
    for (const key of few) {
      const row = this.rows.get(key);
      if (row !== undefined) rows.push(row);
    }
    return rows;
  }

  private *many(index: Index<Row>, value: string): IterableIterator<Row> {
    for (const key of index.at(value)) {
      const row = this.rows.get(key);
      if (row !== undefined) yield row;
    }
  }
}

/** A table with the indexes that the given functions describe, each named by what it finds rows by. */
export const tableOf =
  <Row>() =>
  <Name extends string>(keysOf: Record<Name, (row: Row) => Words>) => {
    const indexes = {} as Record<Name, Index<Row>>;
    for (const name of Object.keys(keysOf) as Name[]) indexes[name] = new Index(keysOf[name]);
    const table = new Table<Row, Record<Name, Index<Row>>>(indexes);
    for (const name of Object.keys(keysOf) as Name[]) indexes[name].follow(() => table.rowKeys());
    return table;
  };
