import { join } from 'node:path';
import type { Logger } from 'pino';
import type { ArticleDesk, Clock, Timer } from '../services/ports.ts';
import { ArticleReader } from './article-reader.ts';
import { FeedPoller } from './feeds/feed-poller.ts';
import { SafeFetcher } from './fetching/safe-fetcher.ts';
import { Inbox } from './inbox/inbox.ts';

interface Parts {
  dataDir: string;
  feeds: readonly string[];
  desk: ArticleDesk;
  clock: Clock;
  timer: Timer;
  log: Logger;
  /** For tests: one that may ask their own server. */
  fetcher?: SafeFetcher;
}

/** Articles that come by themselves, from feeds and the inbox folder, on their way to the editors' queue. */
export class Intake {
  private readonly log: Logger;
  private readonly reader: ArticleReader;
  private readonly poller: FeedPoller;
  private readonly inbox: Inbox;
  private opening: Promise<void> = Promise.resolve();

  constructor({ dataDir, feeds, fetcher = new SafeFetcher(), ...tools }: Parts) {
    this.log = tools.log;
    const reader = new ArticleReader(tools.clock);
    this.reader = reader;
    this.poller = new FeedPoller({ urls: feeds, fetcher, reader, ...tools });
    this.inbox = new Inbox({ dir: join(dataDir, 'inbox'), reader, ...tools });
  }

  start(): void {
    // A folder that cannot be watched is told, and holds nothing else up.
    this.opening = this.inbox
      .start()
      .catch((error: unknown) => this.log.error({ err: error }, 'the inbox cannot be opened'));
    this.poller.start();
  }

  async stop(): Promise<void> {
    await this.opening;
    const stopped = Promise.all([this.poller.stop(), this.inbox.stop()]);
    await this.reader.close();
    await stopped;
  }
}
