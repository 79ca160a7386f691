import { type Index, listOf, Table } from './table.ts';

/**
 * A table as it stood, made of the one that is: rows are wound back when they are read, and only those. What
 * stood elsewhere then is found through `former`, the words under which a row's earlier versions were found.
 */
export class PastTable<Row, Indexes extends Record<string, Index<Row>>> extends Table<Row, Indexes> {
  private readonly present: Table<Row, Indexes>;
  private readonly former: ReadonlyMap<Index<Row>, Index<Row>>;
  private readonly wind: (row: Row) => Row | undefined;
  private readonly wound = new Map<string, Row | undefined>();

  constructor(
    present: Table<Row, Indexes>,
    former: readonly (readonly [now: Index<Row>, then: Index<Row>])[],
    wind: (row: Row) => Row | undefined,
  ) {
    super(present.by);
    this.present = present;
    this.former = new Map(former);
    this.wind = wind;
  }

  override get size(): number {
    return [...this.all()].length;
  }

  override get(key: string): Row | undefined {
    if (this.wound.has(key)) return this.wound.get(key);
    const row = this.present.get(key);
    const then = row && this.wind(row);
    this.wound.set(key, then);
    return then;
  }

  override *all(): IterableIterator<Row> {
    for (const key of this.rowKeys()) {
      const row = this.get(key);
      if (row !== undefined) yield row;
    }
  }

  override rowKeys(): IterableIterator<string> {
    return this.present.rowKeys();
  }

  /** What happened cannot be changed. */
  override put(key: string): never {
    throw new Error(`a past row cannot be written: ${key}`);
  }

  /** Nothing is put, so there is nothing to tell; the table that is would keep whoever asks for ever. */
  override watch(): void {}

  override *where(index: Index<Row>, value: string): IterableIterator<Row> {
    for (const key of this.candidates(index, value)) {
      const row = this.get(key);
      if (row !== undefined && listOf(index.keysOf(row)).includes(value)) yield row;
    }
  }

  /** Keys of the rows found there now or earlier, oldest first. */
  private candidates(index: Index<Row>, value: string): Iterable<string> {
    const now = index.at(value);
    const earlier = [...(this.former.get(index)?.at(value) ?? [])].filter((key) => !now.has(key));
    if (earlier.length === 0) return now;
    const all = new Set([...now, ...earlier]);
    return [...this.rowKeys()].filter((key) => all.has(key));
  }
}
