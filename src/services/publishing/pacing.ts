import { Pauses } from '../pauses.ts';
import type { Timer } from '../ports.ts';
import { Slots } from './slots.ts';

/** Milliseconds, unless said otherwise. https://docs.slack.dev/apis/web-api/rate-limits/ */
export const paces = {
  /** One message a second in a channel, and a little, as timers may be early. */
  channel: 1050,
  /** However many entries come, a card is drawn anew at most this often. */
  card: 3000,
  /** So many edits at once; each place is free again after `edit`: fifty a minute. */
  editsAtOnce: 20,
  edit: 24_000,
  /** What may still be on its way gets this long to arrive before it is looked for. */
  doubt: 3000,
  /** And so long again, before it is sent anew, when Slack gave no answer at all: it may be slow. */
  lateDoubt: 7000,
  /** After something that is not Slack's doing: a full disk, a bug. */
  trouble: 5000,
  /** Changes are gathered this long before channels are looked at. */
  gather: 20,
  /** When it is tried whether channels that refused us take messages again. */
  parked: 3_600_000,
  /** When it is tried whether the app's access was mended. */
  halted: 600_000,
} as const;

/** Messages on their way at the same time, over all channels. */
const mostAtOnce = 10;
/** One channel that Slack holds up is that channel's affair; so many at once mean the whole workspace. */
const manyLimited = 5;

/** Waiting, for everyone who sends: it ends early when the publisher stops. */
export class Pacing {
  readonly slots = new Slots(mostAtOnce);
  private readonly pauses: Pauses;
  private limited = 0;

  constructor(timer: Timer) {
    this.pauses = new Pauses(timer);
  }

  pause(ms: number): Promise<void> {
    return this.pauses.pause(ms);
  }

  /** Waits as Slack asked for one channel; the others go on, unless it asks the same for many of them. */
  async limit(seconds: number): Promise<void> {
    this.limited += 1;
    if (this.limited >= manyLimited) this.slots.hold();
    await this.pause(Math.max(1, seconds) * 1000);
    this.limited -= 1;
    if (this.limited < manyLimited) this.slots.release();
  }

  /** Whoever waits goes on at once, and nobody waits again. */
  end(): void {
    this.pauses.end();
    this.slots.release();
  }
}
