import type { Change } from '../domain/change.ts';
import {
  deleteChannel,
  openChannel,
  parkChannel,
  parkUnagreed,
  shareChannel,
  sharedAway,
  unshareChannel,
} from '../domain/following/channel-stands.ts';
import type { Newsroom } from '../domain/newsroom.ts';
import { deletedPage, parkedPage } from '../domain/pages/channel-news-page.ts';
import type { Page } from '../domain/pages/page.ts';
import { isProblem } from '../domain/problem.ts';
import type { Subscription } from '../domain/records/subscription.ts';
import type { NewsroomService } from './newsroom-service.ts';
import { Pauses } from './pauses.ts';
import type { Announcer, ChannelFacts, Timer } from './ports.ts';
import { tellOwners } from './tell-owners.ts';

/** By whom the journal says that a channel was parked or let go on: what Slack reported. */
export const channelKeeperName = 'slack';

interface Parts {
  newsroom: NewsroomService;
  announcer: Pick<Announcer, 'post'>;
  /** What Slack says of a channel now; nothing remembered from before the news came. */
  factsOf: (channel: string) => Promise<ChannelFacts | undefined>;
  /** An owner could not be told; the list of subscriptions tells them. */
  onUntold: (error: string) => void;
  timer: Timer;
}

/**
 * Keeps the subscriptions of channels in step with what Slack reports of them. News may come late, twice or out of
 * order, so before anything is parked Slack is asked how things stand; where it does not say, the news is believed.
 */
export class ChannelKeeper {
  private readonly parts: Parts;
  private readonly pauses: Pauses;

  constructor(parts: Parts) {
    this.parts = parts;
    this.pauses = new Pauses(parts.timer);
  }

  /** Nobody waits for Slack any more. */
  stop(): void {
    this.pauses.end();
  }

  /** We were taken out of it, or it was archived. */
  async closed(channel: string, believed: string): Promise<void> {
    if (!this.follows(channel)) return;
    const facts = await this.parts.factsOf(channel);
    const error = facts ? facts.closed : believed;
    if (error === undefined) return;
    await this.park(channel, error, (newsroom) => parkChannel(newsroom, channel, error));
  }

  /** Another organization reads along from now on: an editor has to agree before anything is posted. */
  async shared(channel: string): Promise<void> {
    if (!this.follows(channel)) return;
    const facts = await this.parts.factsOf(channel);
    if (facts && !facts.isShared) return;
    await this.park(channel, sharedAway, (newsroom) => shareChannel(newsroom, channel));
  }

  /** Nobody told us anything: whether it was shared, or is no more, while nobody listened. */
  async check(channel: string): Promise<void> {
    const facts = await this.parts.factsOf(channel);
    if (!facts || facts.closed) return;
    if (facts.isShared) await this.park(channel, sharedAway, (newsroom) => parkUnagreed(newsroom, channel));
    else await this.unshared(channel);
  }

  /** We were invited, or it was taken out of the archive. */
  async opened(channel: string): Promise<void> {
    await this.record((newsroom) => openChannel(newsroom, channel));
  }

  async unshared(channel: string): Promise<void> {
    await this.record((newsroom) => unshareChannel(newsroom, channel));
  }

  async deleted(channel: string): Promise<void> {
    const before = this.subscriptionsIn(channel);
    const name = (await this.parts.factsOf(channel))?.name ?? '';
    const changes = await this.record((newsroom) => deleteChannel(newsroom, channel));
    if (changes.length === 0) return;
    await this.tell(before, (newsroom, theirs) => deletedPage(newsroom, theirs, { name }));
  }

  private async park(
    channel: string,
    error: string,
    decide: (newsroom: Newsroom) => Change[],
  ): Promise<void> {
    const changes = await this.record(decide);
    const parked = new Set(
      changes.flatMap((change) => (change.type === 'subscription-parked' ? [change.id] : [])),
    );
    const { deliveries } = this.parts.newsroom.newsroom;
    const owed = deliveries.by.channel.at(channel).size;
    await this.tell(
      this.subscriptionsIn(channel).filter(({ id }) => parked.has(id)),
      (newsroom, theirs) => parkedPage(newsroom, theirs, { channel, error, owed }),
    );
  }

  /** What was recorded of it: nothing, when somebody else was told the same before. */
  private async record(decide: (newsroom: Newsroom) => Change[]): Promise<readonly Change[]> {
    const recorded = await this.parts.newsroom.record(channelKeeperName, decide);
    return isProblem(recorded) ? [] : recorded.changes;
  }

  private tell(
    subscriptions: readonly Subscription[],
    pageFor: (newsroom: Newsroom, theirs: readonly Subscription[]) => Page,
  ): Promise<void> {
    const { announcer, newsroom, onUntold } = this.parts;
    const telling = { announcer, onUntold, pause: (ms: number) => this.pauses.pause(ms) };
    return tellOwners(telling, subscriptions, (theirs) => pageFor(newsroom.newsroom, theirs));
  }

  private follows(channel: string): boolean {
    return this.subscriptionsIn(channel).length > 0;
  }

  private subscriptionsIn(channel: string): Subscription[] {
    const { subscriptions } = this.parts.newsroom.newsroom;
    return [...subscriptions.where(subscriptions.by.channel, channel)];
  }
}
