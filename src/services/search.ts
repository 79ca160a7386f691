import type { SearchChanges } from '../domain/finding/search/packed-documents.ts';
import { type Findable, findable } from '../domain/finding/search/search-documents.ts';
import { readSearchRequest, type SearchAsking } from '../domain/finding/search/search-request.ts';
import type { SearchResult } from '../domain/pages/search-page.ts';
import { isProblem, type Problem } from '../domain/problem.ts';
import { nextTurn } from './in-turns.ts';
import type { NewsroomService, Touched } from './newsroom-service.ts';
import { type OpenSearchIndex, type SearchIndex, SearchIndexLost, type Timer } from './ports.ts';
import { type Key, SearchRows, type TableKeys } from './search-rows.ts';

interface Parts {
  newsroom: Pick<NewsroomService, 'newsroom' | 'onChange'>;
  open: OpenSearchIndex;
  timer: Timer;
  /** The index is lost and begun again; people are told to try again. */
  onLost: (why: Error) => void;
  onReady?: (records: number) => void;
}

/** So many records are made ready in one turn: about half a millisecond. */
const slice = 200;
/** So many slices are on their way at once: the index is never idle, and who asks waits for few. */
const mostOnTheirWay = 3;
const shortestPauseMs = 500;
const longestPauseMs = 60_000;

const isFindable = (table: string): table is Findable => (findable as readonly string[]).includes(table);

/** Keeps the index in step with the newsroom, a slice at a time, and asks it; what it has not read it says. */
export class Search {
  private index: SearchIndex | undefined;
  private reading: { read: number; of: number } | undefined;
  private pauseMs = shortestPauseMs;
  private cancelRestart = () => {};
  private isStopped = false;
  private readonly rows: SearchRows;
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
    this.rows = new SearchRows(parts.newsroom);
    parts.newsroom.onChange((touched) => this.follow(touched));
  }

  /** Reads the whole newsroom; whoever asks meanwhile is answered from what has been read. */
  async start(): Promise<void> {
    if (this.isStopped) return;
    const index = this.parts.open((why) => this.restart(index, why));
    this.index = index;
    const { newsroom } = this.parts.newsroom;
    // Topics first, then the newest entries: what is asked for while the rest is read.
    const topics = (['stories', 'entities'] as const).map(
      (table) => [table, [...newsroom[table].rowKeys()]] as const,
    );
    const rows = [...topics, ['entries', [...newsroom.entries.rowKeys()].reverse()] as const];
    const of = rows.reduce((sum, [, keys]) => sum + keys.length, 0);
    this.reading = { read: 0, of };
    await this.rows.absorbAll(topics);
    if (this.index !== index) return;
    const done = () => {
      if (this.index !== index) return;
      this.reading = undefined;
      this.pauseMs = shortestPauseMs;
      this.parts.onReady?.(of);
    };
    const onRead = (read: number) => {
      if (this.index === index) this.reading = { read, of };
    };
    await this.send(index, slicesOf(rows), onRead).then(done, (why) => this.restart(index, why));
  }

  async find(words: string, asking: SearchAsking): Promise<SearchResult | Problem> {
    const request = readSearchRequest(words, asking);
    if (isProblem(request)) return request;
    const { query, page, asked } = request;
    const reading = this.reading;
    try {
      const found = await this.index?.find(query);
      if (!found) return { problem: 'search-not-ready', typed: words.slice(0, 60) };
      return { found, page, asked, ...(reading ? { reading } : {}) };
    } catch (why) {
      if (why instanceof SearchIndexLost) return { problem: 'search-not-ready', typed: words.slice(0, 60) };
      throw why;
    }
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.cancelRestart();
    const { index } = this;
    this.index = undefined;
    await index?.close();
  }

  private follow(touched: readonly Touched[]): void {
    const { index } = this;
    const rows = touched.flatMap(({ table, key }): Key[] => (isFindable(table) ? [[table, key]] : []));
    const successors = rows.flatMap((row) => this.rows.absorb(row));
    if (!index || rows.length === 0) return;
    const keys = [...new Map([...rows, ...successors].map((key) => [key.join(' '), key])).values()];
    // Nothing that is now held back or withdrawn may be found until its turn has come.
    const hiding = keys.length > slice ? this.rows.hiding(keys.slice(slice)) : undefined;
    if (hiding) void this.give(index, hiding);
    this.send(index, [...inSlices(keys)]).catch((why) => this.restart(index, why));
  }

  private async send(
    index: SearchIndex,
    slices: Iterable<readonly Key[]>,
    onRead: (read: number) => void = () => {},
  ): Promise<void> {
    const onTheirWay: Promise<void>[] = [];
    let sent = 0;
    for (const some of slices) {
      if (sent > 0) await nextTurn();
      if (this.index !== index) return;
      sent += some.length;
      const read = sent;
      onTheirWay.push(this.give(index, this.rows.changesOf(some)).then(() => onRead(read)));
      if (onTheirWay.length >= mostOnTheirWay) await onTheirWay.shift();
    }
    await Promise.all(onTheirWay);
  }

  /** A lost index says so itself, and is read anew from the beginning. */
  private give(index: SearchIndex, changes: SearchChanges): Promise<void> {
    return index.take(changes).catch((why) => {
      if (!(why instanceof SearchIndexLost)) this.restart(index, why);
    });
  }

  private restart(index: SearchIndex, why: unknown): void {
    if (this.index !== index || this.isStopped) return;
    this.index = undefined;
    this.reading = undefined;
    this.parts.onLost(why instanceof Error ? why : new Error(String(why)));
    void index.close();
    this.cancelRestart = this.parts.timer.after(this.pauseMs, () => void this.start());
    this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
  }
}

function* inSlices<T>(all: readonly T[]): Generator<T[]> {
  for (let from = 0; from < all.length; from += slice) yield all.slice(from, from + slice);
}

/** Made as they are sent: a pair for each of 100,000 rows at once would hold everybody up. */
function* slicesOf(rows: readonly TableKeys[]): Generator<Key[]> {
  for (const [table, keys] of rows)
    for (const some of inSlices(keys)) yield some.map((key): Key => [table, key]);
}
