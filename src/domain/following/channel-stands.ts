import type { Change } from '../change.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Subscription } from '../records/subscription.ts';

/** Parked by us, not by Slack: another organization reads along, and an editor has not agreed to that. */
export const sharedAway = 'channel_shared';

const subscriptionsIn = ({ subscriptions }: Newsroom, channel: string): Subscription[] => [
  ...subscriptions.where(subscriptions.by.channel, channel),
];

/** Nothing can be posted there until the cause is gone. What waits for an editor goes on waiting for one. */
export function parkChannel(newsroom: Newsroom, channel: string, error: string): Change[] {
  return subscriptionsIn(newsroom, channel)
    .filter(({ parked }) => parked !== error && parked !== sharedAway)
    .map(({ id }) => ({ type: 'subscription-parked', id, error }));
}

/** The app may post there again: whatever else kept it out shows at the next post. */
export function openChannel(newsroom: Newsroom, channel: string): Change[] {
  return resumed(subscriptionsIn(newsroom, channel).filter(({ parked }) => parked && parked !== sharedAway));
}

/** People outside read along: whatever no editor has agreed to waits for one. */
export function parkUnagreed(newsroom: Newsroom, channel: string): Change[] {
  return subscriptionsIn(newsroom, channel)
    .filter(({ parked, sharedAgreedBy }) => parked !== sharedAway && sharedAgreedBy === undefined)
    .map(({ id }) => ({ type: 'subscription-parked', id, error: sharedAway }));
}

/** Nobody outside reads it any more. Should it be shared again, an editor has to agree again. */
export function unshareChannel(newsroom: Newsroom, channel: string): Change[] {
  const there = subscriptionsIn(newsroom, channel);
  return [...resumed(there.filter(({ parked }) => parked === sharedAway)), ...disagreed(there)];
}

/** Another organization joined: what an editor agreed to did not include it. */
export function shareChannel(newsroom: Newsroom, channel: string): Change[] {
  return [...disagreed(subscriptionsIn(newsroom, channel)), ...parkChannel(newsroom, channel, sharedAway)];
}

const disagreed = (subscriptions: readonly Subscription[]): Change[] =>
  subscriptions
    .filter(({ sharedAgreedBy }) => sharedAgreedBy !== undefined)
    .map(({ id }) => ({ type: 'subscription-changed', id, set: { sharedAgreedBy: null } }));

/** A deleted channel does not come back: nobody follows in it, nothing is owed to it, then or later. */
export function deleteChannel(newsroom: Newsroom, channel: string): Change[] {
  const { deliveries, posts, threads } = newsroom;
  const closed = [...threads.all()]
    .filter((thread) => thread.channel === channel)
    .map(({ ts }): Change => ({ type: 'thread-closed', channel, ts }));
  const ended = subscriptionsIn(newsroom, channel).map(({ id }): Change => ({ type: 'unsubscribed', id }));
  const owed = [...deliveries.by.channel.at(channel)].map((delivery): Change => {
    return { type: 'delivery-dropped', delivery, reason: 'The channel was deleted.' };
  });
  const isKnown = [...posts.all()].some((post) => post.channel === channel);
  return [...owed, ...closed, ...ended, ...(isKnown ? [{ type: 'channel-deleted', channel } as const] : [])];
}

const resumed = (subscriptions: readonly Subscription[]): Change[] =>
  subscriptions.map(({ id }) => ({ type: 'subscription-parked', id, error: null }));
