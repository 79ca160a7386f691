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
import { moveChannel } from '../domain/following/move-channel.ts';
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

  /** Nobody told us anything: how it stands, for what happened while nobody listened. */
  async check(channel: string): Promise<void> {
    const facts = await this.parts.factsOf(channel);
    if (facts) await (await this.stands(channel, facts))();
  }

  /**
   * The same of all these at once. Everything is on record when it resolves, so that the publisher can begin; the
   * owners are told after that. Returns the followed channels that are not among them.
   */
  async survey(channels: ReadonlyMap<string, ChannelFacts>): Promise<string[]> {
    const followed = [...this.parts.newsroom.newsroom.subscriptions.by.channel.values()];
    const tells = await Promise.all(
      followed.flatMap((channel) => {
        const facts = channels.get(channel);
        return facts ? [this.stands(channel, facts)] : [];
      }),
    );
    void this.inTurn(tells);
    return followed.filter((channel) => !channels.has(channel));
  }

  /** Puts on record how a channel stands; what comes back tells its owners. */
  private async stands(channel: string, { isShared, closed }: ChannelFacts): Promise<() => Promise<void>> {
    const decide = (newsroom: Newsroom): Change[] => {
      if (isShared) return parkUnagreed(newsroom, channel);
      // Why it is parked already is as Slack said it of a message: that is the better word.
      if (closed) return this.isAllParked(channel) ? [] : parkChannel(newsroom, channel, closed);
      return unshareChannel(newsroom, channel);
    };
    if (decide(this.parts.newsroom.newsroom).length === 0) return async () => {};
    const changes = await this.record(decide);
    return () => this.tellOfParked(channel, isShared ? sharedAway : (closed ?? ''), changes);
  }

  private async inTurn(tells: readonly (() => Promise<void>)[]): Promise<void> {
    for (const tell of tells) await tell().catch((bug) => this.parts.onUntold(String(bug)));
  }

  /** We were invited, or it was taken out of the archive. */
  async opened(channel: string): Promise<void> {
    await this.record((newsroom) => openChannel(newsroom, channel));
  }

  async unshared(channel: string): Promise<void> {
    await this.record((newsroom) => unshareChannel(newsroom, channel));
  }

  /** It goes by another id, which Slack gives to a private channel that is being shared: all of it in one act. */
  async moved(from: string, to: string): Promise<void> {
    const facts = await this.parts.factsOf(to);
    const isShared = facts?.isShared ?? true;
    const changes = await this.record((newsroom) => {
      const moves = moveChannel(newsroom, { from, to });
      return moves.length > 0 && isShared ? [...shareChannel(newsroom, from), ...moves] : moves;
    });
    await this.tellOfParked(to, sharedAway, changes);
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
    await this.tellOfParked(channel, error, await this.record(decide));
  }

  private async tellOfParked(channel: string, error: string, changes: readonly Change[]): Promise<void> {
    const parked = new Set(
      changes.flatMap((change) =>
        change.type === 'subscription-parked' && change.error !== null ? [change.id] : [],
      ),
    );
    const { deliveries } = this.parts.newsroom.newsroom;
    const owed = deliveries.by.channel.count(channel);
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

  private isAllParked(channel: string): boolean {
    return this.subscriptionsIn(channel).every(({ parked }) => parked !== undefined);
  }

  private follows(channel: string): boolean {
    return this.subscriptionsIn(channel).length > 0;
  }

  private subscriptionsIn(channel: string): Subscription[] {
    const { subscriptions } = this.parts.newsroom.newsroom;
    return [...subscriptions.where(subscriptions.by.channel, channel)];
  }
}
