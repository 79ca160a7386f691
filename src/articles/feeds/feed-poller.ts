import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { isProblem, type Problem } from '../../domain/problem.ts';
import type { ArticleDesk, Clock, Timer } from '../../services/ports.ts';
import type { ArticleReader } from '../article-reader.ts';
import type { SafeFetcher, Version } from '../fetching/safe-fetcher.ts';
import type { FeedItem } from '../formats/read-feed.ts';
import { itemsToTake } from './items-to-take.ts';
import { pollWaitMs } from './poll-wait.ts';

interface Parts {
  urls: readonly string[];
  fetcher: Pick<SafeFetcher, 'fetch'>;
  reader: Pick<ArticleReader, 'readFeed'>;
  desk: ArticleDesk;
  clock: Clock;
  timer: Timer;
  log: Logger;
  random?: () => number;
}

interface Feed {
  url: string;
  /** The log's name for it: its address may have a key in it. */
  host: string;
  version: Version;
  seen: Set<string> | undefined;
  failures: number;
  dueMs: number;
}

const mostSeen = 5000;

/** Looks at each feed every ten minutes, one after the other; each new item goes to the editors' queue, once. */
export class FeedPoller {
  private readonly parts: Parts;
  private readonly feeds: Feed[];
  private readonly stopping = new AbortController();
  private callOff: () => void = () => {};
  private round: Promise<void> | undefined;

  constructor(parts: Parts) {
    this.parts = parts;
    this.feeds = [...new Set(parts.urls)].map((url) => {
      return { url, host: new URL(url).host, version: {}, seen: undefined, failures: 0, dueMs: 0 };
    });
  }

  start(): void {
    this.wakeIn(0);
  }

  /** Waits for what is being taken; a fetch is broken off. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.callOff();
    await this.round;
  }

  private get isRunning(): boolean {
    return !this.stopping.signal.aborted;
  }

  private nowMs(): number {
    return Date.parse(this.parts.clock.now());
  }

  private wakeIn(ms: number): void {
    if (!this.isRunning || this.feeds.length === 0) return;
    this.callOff = this.parts.timer.after(ms, () => {
      this.round = this.pollDue();
    });
  }

  private async pollDue(): Promise<void> {
    for (const feed of this.feeds) {
      if (this.isRunning && feed.dueMs <= this.nowMs()) await this.look(feed);
    }
    const nextMs = Math.min(...this.feeds.map(({ dueMs }) => dueMs));
    this.wakeIn(Math.max(0, nextMs - this.nowMs()));
  }

  private async look(feed: Feed): Promise<void> {
    const { log, random = Math.random } = this.parts;
    let failure: Problem | undefined;
    try {
      failure = await this.poll(feed);
      if (failure) log.warn({ host: feed.host, ...reasonOf(failure) }, 'a feed could not be read');
      feed.failures = failure ? feed.failures + 1 : 0;
    } catch (bug) {
      if (!this.isRunning) return;
      log.error({ host: feed.host, err: bug }, 'a feed could not be read');
      feed.failures += 1;
    }
    const retryAfterMs = failure?.problem === 'address-failed' ? failure.retryAfterMs : undefined;
    feed.dueMs = this.nowMs() + pollWaitMs({ failures: feed.failures, retryAfterMs }, random());
  }

  private async poll(feed: Feed): Promise<Problem | undefined> {
    const { fetcher, reader } = this.parts;
    const fetched = await fetcher.fetch(feed.url, feed.version, this.stopping.signal);
    if (isProblem(fetched)) return fetched;
    if (fetched.outcome === 'unchanged') return undefined;
    const { bytes, mediaType, url, etag, lastModified } = fetched;
    const items = await reader.readFeed(bytes, { mediaType, url });
    if (isProblem(items)) return items;
    const refused = await this.takeAll(feed, items);
    if (refused || !this.isRunning) return refused;
    for (const { id } of items) remember(feed, id);
    // Only now: a version that was not taken whole is asked for again.
    feed.version = { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
    return undefined;
  }

  private async takeAll(feed: Feed, items: readonly FeedItem[]): Promise<Problem | undefined> {
    const { desk, log } = this.parts;
    const isKnown = (item: FeedItem) => desk.isKnown(keyOf(feed, item));
    for (const item of itemsToTake(items, { seen: feed.seen, isKnown })) {
      if (!this.isRunning) return undefined;
      const taken = await desk.take(item.article, { via: 'feed', key: keyOf(feed, item) });
      if (isProblem(taken) && taken.problem === 'not-saved') return taken;
      if (isProblem(taken)) log.info({ host: feed.host, problem: taken.problem }, 'an item made no draft');
      // At a first look only all of them together tell what was left out on purpose.
      if (feed.seen) remember(feed, item.id);
    }
    return undefined;
  }
}

function remember(feed: Feed, id: string): void {
  feed.seen ??= new Set();
  feed.seen.add(id);
  const [oldest] = feed.seen;
  if (feed.seen.size > mostSeen && oldest !== undefined) feed.seen.delete(oldest);
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const keyOf = ({ url }: Feed, { id }: FeedItem): string =>
  `feed:${digest(url).slice(0, 16)}:${digest(id).slice(0, 32)}`;

const reasonOf = (problem: Problem) => ({
  problem: problem.problem,
  ...('why' in problem ? { why: problem.why } : {}),
  ...('line' in problem && 'column' in problem ? { line: problem.line, column: problem.column } : {}),
  ...('status' in problem ? { status: problem.status } : {}),
});
