import { quietDaysByDefault } from '../domain/following/living-thread.ts';
import { nextTurn } from './in-turns.ts';
import type { NewsroomService } from './newsroom-service.ts';
import type { Announcer, Clock, Timer } from './ports.ts';
import { ChannelQueue } from './publishing/channel-queue.ts';
import type { Pages } from './publishing/draft.ts';
import { EditLane } from './publishing/edit-lane.ts';
import { parkedIn } from './publishing/next-delivery.ts';
import { Pacing, paces } from './publishing/pacing.ts';
import { parkAndTell } from './publishing/park-channel.ts';
import type { Log, Publishing, Step } from './publishing/publishing.ts';
import { settled } from './publishing/settled.ts';

interface Parts {
  newsroom: NewsroomService;
  announcer: Announcer;
  clock: Clock;
  timer: Timer;
  pages: Pages;
  /** After so many quiet days a thread is succeeded by a new card. */
  quietDays?: number | undefined;
  log: Log;
  /** For tests that let the process die there. */
  onStep?: (step: Step) => void;
}

export interface PublisherHealth {
  owed: number;
  /** Of these, how many wait for somebody to let us post in their channel. */
  parked: number;
  /** Why nothing at all is posted: Slack's word. */
  halted?: string;
}

/** Channels that are looked at in one turn: about half a millisecond. */
const mostTogether = 50;

/**
 * Posts what the newsroom owes to channels, each message once and in order. It reads what is owed from the newsroom
 * alone, so a restart goes on where a crash cut it off.
 */
export class Publisher {
  private readonly parts: Parts;
  private readonly publishing: Publishing;
  private readonly edits: EditLane;
  private readonly queues = new Map<string, ChannelQueue>();
  private readonly asides = new Set<Promise<void>>();
  private isRunning = false;
  private isGathering = false;
  private isShut = false;
  private halted: string | undefined;

  constructor(parts: Parts) {
    const { newsroom, announcer, clock, timer, pages, log } = parts;
    const { quietDays = quietDaysByDefault, onStep = () => {} } = parts;
    this.parts = parts;
    this.publishing = {
      ...{ newsroom, announcer, clock, pages, quietDays, log, onStep },
      pacing: new Pacing(timer),
      isOpen: () => this.isRunning && !this.isShut,
      halt: (error) => this.halt(error),
      park: (channel, error) => parkAndTell(this.publishing, channel, error),
      besides: (work) => this.remember(work),
    };
    this.edits = new EditLane(this.publishing);
  }

  start(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    const { newsroom, log } = this.parts;
    const { deliveries } = newsroom.newsroom;
    if (deliveries.size > 0) log.info({ owed: deliveries.size }, 'messages are owed from before the start');
    void this.look({ isStart: true });
    newsroom.onChange(() => void this.gather());
    void this.tryParkedNowAndThen();
  }

  /** Waits for what is on its way, and for it to be on record. */
  async stop(): Promise<void> {
    this.isRunning = false;
    this.publishing.pacing.end();
    await Promise.all([...this.queues.values()].map((queue) => queue.settled));
    await this.edits.settled();
    await Promise.all(this.asides);
    await this.settleWhatIsKnown();
  }

  /** The next start looks only for what is in doubt. */
  private async settleWhatIsKnown(): Promise<void> {
    const { tried } = this.parts.newsroom.newsroom.deliveries.by;
    const known = [...this.queues].flatMap(([channel, queue]) =>
      [...tried.at(channel)].filter((key) => !queue.inDoubt.includes(key)),
    );
    if (known.length > 0) await settled(this.publishing, known);
  }

  /** Slack refuses the app itself: nothing is posted until that is mended, which is tried now and then. */
  halt(error: string): void {
    if (this.isShut) return;
    this.isShut = true;
    // Said once, however often it was tried since.
    if (this.halted === undefined) {
      const { size: owed } = this.parts.newsroom.newsroom.deliveries;
      this.parts.log.error({ error, owed }, `nothing is posted, what is owed is kept: ${stepAfter(error)}`);
    }
    this.halted = error;
    void this.resumeInAWhile();
  }

  get health(): PublisherHealth {
    const { newsroom } = this.parts.newsroom;
    let parked = 0;
    for (const channel of newsroom.deliveries.by.channel.values()) parked += parkedIn(newsroom, channel);
    const halted = this.halted === undefined ? {} : { halted: this.halted };
    return { owed: newsroom.deliveries.size, parked, ...halted };
  }

  /** A burst of changes makes one look: there may be a thousand channels to look at. */
  private async gather(): Promise<void> {
    if (this.isGathering || !this.isRunning) return;
    this.isGathering = true;
    await this.publishing.pacing.pause(paces.gather);
    this.isGathering = false;
    await this.look({ isStart: false });
  }

  /** Some at a time: a thousand channels in one go would hold up whoever types meanwhile. */
  private async look({ isStart }: { isStart: boolean }): Promise<void> {
    const { channel: channels } = this.parts.newsroom.newsroom.deliveries.by;
    let looked = 0;
    for (const channel of new Set([...channels.values(), ...this.queues.keys()])) {
      if (looked > 0 && looked % mostTogether === 0) await nextTurn();
      looked += 1;
      if (!this.publishing.isOpen()) return;
      const queue = this.queues.get(channel) ?? new ChannelQueue(channel, this.publishing, { isStart });
      this.queues.set(channel, queue);
      queue.look();
      if (queue.isIdle && channels.count(channel) === 0) this.queues.delete(channel);
    }
    if (this.publishing.isOpen()) this.edits.look();
  }

  /** Slack does not say everything that opens a channel to us again. */
  private async tryParkedNowAndThen(): Promise<void> {
    while (this.isRunning) {
      await this.publishing.pacing.pause(paces.parked);
      if (!this.publishing.isOpen()) continue;
      for (const queue of this.queues.values()) queue.tryAgain();
      this.edits.tryAgain();
    }
  }

  private async resumeInAWhile(): Promise<void> {
    await this.publishing.pacing.pause(paces.halted);
    this.isShut = false;
    await this.look({ isStart: false });
    await this.publishing.pacing.pause(paces.trouble);
    if (this.isShut || !this.isRunning) return;
    this.halted = undefined;
    this.parts.log.info({}, 'Slack lets us post again');
  }

  private remember(work: Promise<void>): void {
    const done = work
      .catch((err) => this.parts.log.error({ err }, 'an owner could not be told'))
      .finally(() => this.asides.delete(done));
    this.asides.add(done);
  }
}

const stepAfter = (error: string): string =>
  error === 'missing_scope'
    ? 'the app lacks a scope, so reinstall it from its manifest'
    : 'Slack refuses the token, so start Slugline with a new one';
