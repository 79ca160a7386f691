import { deliveryKey } from '../../domain/records/delivery.ts';
import { type OwedEdit, parkedFor } from './next-delivery.ts';
import { paces } from './pacing.ts';
import type { Publishing } from './publishing.ts';
import { type Edited, sendEdit } from './send-edit.ts';

/** Few, as each has to be drawn, and Slack counts edits over the whole workspace. */
const mostAtOnce = 3;

/**
 * Puts messages that are there in step with the newsroom, at a pace of its own: what was wrong before what is only
 * no longer new.
 */
export class EditLane {
  private readonly publishing: Publishing;
  private readonly underWay = new Map<string, Promise<void>>();
  /** Deliveries and channels that are left alone for a while. */
  private readonly resting = new Set<string>();
  private readonly plain = new Set<string>();
  private free: number = paces.editsAtOnce;

  constructor(publishing: Publishing) {
    this.publishing = publishing;
  }

  /** Resolves when no edit is on its way. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay.values());
  }

  look(): void {
    while (this.free > 0 && this.underWay.size < mostAtOnce && this.publishing.isOpen()) {
      const next = this.next();
      if (!next) return;
      this.start(next);
    }
  }

  /** Channels that refused us may have changed their mind. */
  tryAgain(): void {
    this.resting.clear();
    this.look();
  }

  private next(): OwedEdit | undefined {
    const { newsroom } = this.publishing.newsroom;
    const { deliveries } = newsroom;
    for (const what of ['edit', 'card']) {
      for (const delivery of deliveries.where(deliveries.by.what, what)) {
        if (delivery.what !== 'edit' && delivery.what !== 'card') continue;
        if (this.isFree(delivery) && parkedFor(newsroom, delivery) === undefined) return delivery;
      }
    }
    return undefined;
  }

  private isFree(delivery: OwedEdit): boolean {
    const key = deliveryKey(delivery);
    return !this.underWay.has(key) && !this.resting.has(key) && !this.resting.has(delivery.channel);
  }

  private start(delivery: OwedEdit): void {
    const key = deliveryKey(delivery);
    this.free -= 1;
    void this.publishing.pacing.pause(paces.edit).then(() => {
      this.free += 1;
      this.look();
    });
    const work = this.edit(delivery, key).then((edited) => {
      this.underWay.delete(key);
      this.rest(edited.wholeChannel ? delivery.channel : key, edited.restMs);
      this.look();
    });
    this.underWay.set(key, work);
  }

  private async edit(delivery: OwedEdit, key: string): Promise<Edited> {
    try {
      const edited = await sendEdit(this.publishing, delivery, { asPlainText: this.plain.has(key) });
      if (edited.wantsPlainText) this.plain.add(key);
      else if (edited.isDone) this.plain.delete(key);
      return edited;
    } catch (err) {
      this.publishing.log.error({ err, key }, 'an edit met a bug');
      return { restMs: paces.halted };
    }
  }

  private rest(name: string, ms: number): void {
    if (ms === 0) return;
    this.resting.add(name);
    void this.publishing.pacing.pause(ms).then(() => {
      this.resting.delete(name);
      this.look();
    });
  }
}
