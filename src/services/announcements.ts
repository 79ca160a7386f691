import { parkChannel } from '../domain/following/channel-stands.ts';
import { isProblem, type Problem } from '../domain/problem.ts';
import type { Topic } from '../domain/records/identifiers.ts';
import type { Post } from '../domain/records/thread.ts';
import type { Announce, Origin } from './commands/verb.ts';
import type { NewsroomService } from './newsroom-service.ts';
import type { Announced, Announcer, Clock, Timer } from './ports.ts';
import { shownOn } from './shown-on.ts';

interface Parts {
  newsroom: NewsroomService;
  announcer: Pick<Announcer, 'post' | 'find'>;
  clock: Clock;
  timer: Timer;
}

interface By {
  by: string;
  origin?: Origin | undefined;
  topics: readonly Topic[];
}

/** A second try after this; Slack’s own wish counts where it has one. */
const usualWaitMs = 2000;
/** Whoever asked waits for the answer: a wait that is longer than this goes on without them. */
const patienceMs = 1000;
const mostTries = 5;

/** Tells a channel what was done to it, beside the answer to whoever did it: who subscribed it to what. */
export class Announcements {
  private readonly parts: Parts;
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly pausing = new Set<() => void>();
  private isStopped = false;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** The problem, where the channel turns out to be closed to us: its subscriptions are then parked, not lost. */
  async say(announce: Announce, by: By): Promise<Problem | undefined> {
    const saying = this.attempt(announce, by, 1);
    const done = saying.finally(() => this.underWay.delete(done));
    this.underWay.add(done);
    let callOff = (): void => {};
    const late = new Promise<undefined>((resolve) => {
      callOff = this.parts.timer.after(patienceMs, () => resolve(undefined));
    });
    return Promise.race([done, late]).finally(callOff);
  }

  /** Waits for what is being said; what would have to be tried again is left. */
  async stop(): Promise<void> {
    this.isStopped = true;
    for (const wake of this.pausing) wake();
    await Promise.allSettled(this.underWay);
  }

  private async attempt(announce: Announce, by: By, tries: number): Promise<Problem | undefined> {
    const { announcer, clock } = this.parts;
    const { channel, threadTs } = announce;
    const thread = threadTs ? { threadTs } : {};
    const key = `told:${by.origin?.key ?? `${by.by}:${this.parts.newsroom.newsroom.seq}`}`;
    const since = clock.now();
    // As drawn: whatever is corrected while it is on its way is put right afterwards.
    const shows = shownOn(this.parts.newsroom.newsroom, announce.page);
    const said = await announcer.post({ channel, ...thread, page: announce.page, key });
    if (said.outcome === 'posted') return this.record(announce, by, { ts: said.ts, shows });
    if (said.outcome === 'refused') return this.closed(channel, said.error, by);
    if (said.outcome === 'unconfirmed') {
      const found = await announcer.find({ channel, ...thread, key, since });
      if (found.outcome === 'there') return this.record(announce, by, { ts: found.ts, shows });
    }
    if (this.isStopped || tries === mostTries) return undefined;
    await this.pause(waitMs(said));
    if (this.isStopped) return undefined;
    return this.attempt(announce, by, tries + 1);
  }

  private async record(
    announce: Announce,
    { by, topics }: By,
    { ts, shows }: Pick<Post, 'ts' | 'shows'>,
  ): Promise<Problem | undefined> {
    const { newsroom, clock } = this.parts;
    const post: Post = {
      channel: announce.channel,
      ts,
      ...(announce.threadTs ? { threadTs: announce.threadTs } : {}),
      as: 'answer',
      topics: topics.slice(0, 2),
      shows,
      by,
      at: clock.now(),
    };
    const recorded = await newsroom.record(by, () => [{ type: 'posted', post }]);
    return isProblem(recorded) ? recorded : undefined;
  }

  private async closed(channel: string, error: string, { by }: By): Promise<Problem> {
    await this.parts.newsroom.record(by, (newsroom) => parkChannel(newsroom, channel, error));
    return { problem: 'channel-closed', channel, error };
  }

  /** Ends at once when we stop. */
  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        callOff();
        this.pausing.delete(wake);
        resolve();
      };
      const callOff = this.parts.timer.after(ms, wake);
      this.pausing.add(wake);
    });
  }
}

const waitMs = (said: Announced): number => (said.outcome === 'wait' ? said.seconds * 1000 : usualWaitMs);
