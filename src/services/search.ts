import { successor } from '../domain/finding/find-topic.ts';
import {
  documentOf,
  type Findable,
  findable,
  searchKeys,
} from '../domain/finding/search/search-documents.ts';
import type { SearchChanges } from '../domain/finding/search/search-query.ts';
import { readSearchRequest, type SearchAsking } from '../domain/finding/search/search-request.ts';
import type { SearchResult } from '../domain/pages/search-page.ts';
import { isProblem, type Problem } from '../domain/problem.ts';
import type { NewsroomService, Touched } from './newsroom-service.ts';
import { type OpenSearchIndex, type SearchIndex, SearchIndexLost, type Timer } from './ports.ts';

interface Parts {
  newsroom: Pick<NewsroomService, 'newsroom' | 'onChange'>;
  open: OpenSearchIndex;
  timer: Timer;
  /** The index is lost and begun again; people are told to try again. */
  onLost: (why: Error) => void;
  onReady?: (records: number) => void;
}

type Key = readonly [table: Findable, key: string];

/** So many records are made ready in one turn: about a millisecond. */
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
  /** What was merged into a record, by the record's key in the index. */
  private readonly absorbed = new Map<string, Set<string>>();
  private pauseMs = shortestPauseMs;
  private cancelRestart = () => {};
  private isStopped = false;
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
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
    for (const [table, keys] of topics) for (const key of keys) this.absorb([table, key]);
    const rows = [...topics, ['entries', [...newsroom.entries.rowKeys()].reverse()] as const];
    const of = rows.reduce((sum, [, keys]) => sum + keys.length, 0);
    this.reading = { read: 0, of };
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
    const successors = rows.flatMap((row) => this.absorb(row));
    if (!index || rows.length === 0) return;
    const keys = [...new Map([...rows, ...successors].map((key) => [key.join(' '), key])).values()];
    // Nothing that is now held back or withdrawn may be found until its turn has come.
    const hidden = keys.length > slice ? keys.slice(slice).filter((key) => this.isHidden(key)) : [];
    if (hidden.length > 0) void this.give(index, { put: [], drop: hidden.map(inIndex) });
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
      if (sent > 0) await new Promise((resolve) => setImmediate(resolve));
      if (this.index !== index) return;
      sent += some.length;
      const read = sent;
      onTheirWay.push(this.give(index, this.changesOf(some)).then(() => onRead(read)));
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

  /** As the newsroom has it now, whatever has happened since the key was noted. */
  private changesOf(keys: readonly Key[]): SearchChanges {
    const { newsroom } = this.parts.newsroom;
    const changes: SearchChanges = { put: [], drop: [] };
    for (const row of keys) {
      const document = documentOf(newsroom, ...row, [...(this.absorbed.get(inIndex(row)) ?? [])]);
      if (document) changes.put.push(document);
      else changes.drop.push(inIndex(row));
    }
    return changes;
  }

  private isHidden([table, key]: Key): boolean {
    const document = documentOf(this.parts.newsroom.newsroom, table, key);
    return document === undefined || document.isHeld === true;
  }

  /** Notes under its successor a record that was merged; returns the successor, whose names are more now. */
  private absorb([table, key]: Key): Key[] {
    if (table === 'entries') return [];
    const rows = this.parts.newsroom.newsroom[table];
    const into = successor(rows, key);
    if (into === key) return [];
    const found = this.absorbed.get(searchKeys[table](into)) ?? new Set();
    this.absorbed.set(searchKeys[table](into), found.add(key));
    // What had been merged into it before goes along.
    for (const earlier of this.absorbed.get(searchKeys[table](key)) ?? []) found.add(earlier);
    return [[table, into]];
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

const inIndex = ([table, key]: Key): string => searchKeys[table](key);

function* inSlices<T>(all: readonly T[]): Generator<T[]> {
  for (let from = 0; from < all.length; from += slice) yield all.slice(from, from + slice);
}

/** Made as they are sent: a pair for each of 100,000 rows at once would hold everybody up. */
function* slicesOf(rows: readonly (readonly [Findable, readonly string[]])[]): Generator<Key[]> {
  for (const [table, keys] of rows)
    for (const some of inSlices(keys)) yield some.map((key): Key => [table, key]);
}
