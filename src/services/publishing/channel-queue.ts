import { isUrgent } from '../../domain/following/wants-entry.ts';
import { deliveryKey } from '../../domain/records/delivery.ts';
import type { ChannelState, Wait } from './channel-state.ts';
import { nextDelivery, type Owed } from './next-delivery.ts';
import { paces } from './pacing.ts';
import type { Publishing } from './publishing.ts';
import { recordLanded, sendDelivery } from './send-delivery.ts';
import { settleDoubt, settleSuspect } from './settle-doubt.ts';
import { settled } from './settled.ts';

/** A delivery that meets a bug of ours so often is left for later: perhaps for another version of us. */
const mostBugs = 3;

/** The messages of one channel, one after another: the next one is not posted before the last is on record. */
export class ChannelQueue {
  private readonly publishing: Publishing;
  private readonly state: ChannelState;
  private running: Promise<void> | undefined;

  constructor(channel: string, publishing: Publishing, { isStart }: { isStart: boolean }) {
    this.publishing = publishing;
    this.state = {
      channel,
      // A queue tries nothing before it is there: this is from an earlier process.
      suspects: [...publishing.newsroom.newsroom.deliveries.by.tried.at(channel)],
      doubts: [],
      landed: undefined,
      ...{ lost: new Set(), cardless: new Set(), manners: new Map(), bugs: new Map(), setAside: new Set() },
      // While we were away, somebody may have invited the app.
      triesParked: isStart,
      isClosed: false,
    };
  }

  /** Resolves when nothing of this channel is on its way. */
  get settled(): Promise<void> {
    return this.running ?? Promise.resolve();
  }

  get isIdle(): boolean {
    return this.running === undefined;
  }

  /** Keys of deliveries of which it is not known whether they are in Slack. */
  get inDoubt(): string[] {
    const { suspects, doubts, landed } = this.state;
    const ours = [...doubts.map(({ draft }) => draft), ...(landed ? [landed] : [])];
    return [...suspects, ...ours.map(({ outline }) => deliveryKey(outline.delivery))];
  }

  look(): void {
    if (this.running) this.moveUp();
    if (this.running || !this.hasWork()) return;
    this.running = this.run().finally(() => {
      this.running = undefined;
    });
  }

  /** Finds out whether it can be posted here again. */
  tryAgain(): void {
    this.state.triesParked = true;
    this.state.isClosed = false;
    this.look();
  }

  private get next(): Owed | undefined {
    const { channel, isClosed, triesParked: tryParked, setAside: without } = this.state;
    const { newsroom } = this.publishing.newsroom;
    return isClosed ? undefined : nextDelivery(newsroom, channel, { tryParked, without });
  }

  private hasWork(): boolean {
    if (!this.publishing.isOpen()) return false;
    const { landed, suspects, doubts } = this.state;
    const isUnsure = landed !== undefined || suspects.length > 0 || doubts.length > 0;
    return isUnsure || this.hasVoided || this.next !== undefined;
  }

  /** Something urgent may have come since it got in line. */
  private moveUp(): void {
    const { channel } = this.state;
    const { deliveries } = this.publishing.newsroom.newsroom;
    if (deliveries.by.urgent.count(channel) === 0) return;
    const { next } = this;
    if (next && isUrgent(next)) this.publishing.pacing.slots.moveUp(channel);
  }

  private get hasVoided(): boolean {
    return this.publishing.newsroom.newsroom.deliveries.by.void.count(this.state.channel) > 0;
  }

  private get voided(): ReadonlySet<string> {
    return this.publishing.newsroom.newsroom.deliveries.by.void.at(this.state.channel);
  }

  private async run(): Promise<void> {
    const { pacing } = this.publishing;
    while (this.hasWork()) {
      const { next } = this;
      const wait = await pacing.slots.run((leave) => this.step(leave), {
        name: this.state.channel,
        isUrgent: next !== undefined && isUrgent(next),
      });
      if (wait && 'ms' in wait) await pacing.pause(wait.ms);
      else if (wait) await pacing.limit(wait.limitedForSeconds);
    }
  }

  private async step(leave: () => void): Promise<Wait> {
    const { publishing, state, next } = this;
    try {
      if (!publishing.isOpen()) return undefined;
      if (state.landed) return await recordLanded(publishing, state, state.landed);
      const [suspect] = state.suspects;
      if (suspect) return await settleSuspect(publishing, state, suspect);
      const [doubt] = state.doubts;
      if (doubt) return await settleDoubt(publishing, state, doubt);
      // Nothing here is in doubt any more.
      if (this.hasVoided)
        return (await settled(publishing, [...this.voided])) ? undefined : { ms: paces.trouble };
      return next && (await sendDelivery(publishing, state, next, leave));
    } catch (err) {
      publishing.log.error({ err, channel: state.channel }, 'a delivery met a bug');
      if (next) this.count(next);
      return { ms: paces.trouble };
    }
  }

  private count(delivery: Owed): void {
    const { bugs, landed, setAside } = this.state;
    const key = deliveryKey(delivery);
    const count = (bugs.get(key) ?? 0) + 1;
    bugs.set(key, count);
    // What has been posted has only to be put on record: that is tried for ever.
    if (count < mostBugs || landed) return;
    this.publishing.log.error({ key }, 'a delivery is set aside until the next start');
    setAside.add(key);
  }
}
