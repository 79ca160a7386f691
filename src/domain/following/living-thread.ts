import { msBetween } from '../language/dates.ts';
import type { Newsroom } from '../newsroom.ts';
import { sameTopic, type Topic, topicKey } from '../records/identifiers.ts';
import type { Instant } from '../records/moment.ts';
import type { Subscription } from '../records/subscription.ts';
import type { Post, Thread } from '../records/thread.ts';

/** A card's thread in which nothing was posted for longer is succeeded by a new card; a newsroom may set its own. */
export const quietDaysByDefault = 30;

const dayMs = 86_400_000;

/** The newest card of a topic in a channel: the one that is kept current. */
export function livingCard({ threads }: Newsroom, channel: string, topic: Topic): Thread | undefined {
  const known = [...threads.where(threads.by.topic, `${channel}:${topicKey(topic)}`)];
  return known.filter(({ isBound }) => !isBound).reduce<Thread | undefined>(newer, undefined);
}

const newer = (a: Thread | undefined, b: Thread): Thread => (a && a.openedAt > b.openedAt ? a : b);

/** The subscription of a channel to a topic: there is one at most. */
export function subscriptionOf(
  { subscriptions }: Newsroom,
  channel: string,
  topic: Topic,
): Subscription | undefined {
  // A channel follows few topics; a topic may be followed by a thousand channels.
  const there = [...subscriptions.where(subscriptions.by.channel, channel)];
  return there.find((subscription) => sameTopic(subscription.topic, topic));
}

export type Placing =
  /** Messages of their own. */
  | { place: 'channel' }
  | { place: 'thread'; thread: Thread }
  /** Where no thread takes entries: a card is opened first. `succeeds` is the one it links back to. */
  | { place: 'new-card'; succeeds?: Pick<Post, 'channel' | 'ts'> };

/** Where the entries of a subscription go now. A thread that people bound stays bound, however quiet it is. */
export function placingOf(
  newsroom: Newsroom,
  { channel, topic, threading, boundThread }: Subscription,
  { now, quietDays }: { now: Instant; quietDays: number },
): Placing {
  const bound = boundThread === undefined ? undefined : newsroom.threads.get(`${channel}:${boundThread}`);
  if (bound && sameTopic(bound.topic, topic)) return { place: 'thread', thread: bound };
  if (threading === 'channel') return { place: 'channel' };
  const thread = livingCard(newsroom, channel, topic);
  if (thread && msBetween(thread.lastAt, now) < quietDays * dayMs) return { place: 'thread', thread };
  const last = lastCard(newsroom, channel, topic);
  return { place: 'new-card', ...(last ? { succeeds: { channel, ts: last.ts } } : {}) };
}

/** The last card that was posted, be its thread closed since. */
function lastCard({ posts }: Newsroom, channel: string, topic: Topic): Post | undefined {
  const cards = [...posts.where(posts.by.card, `${channel}:${topicKey(topic)}`)];
  return cards.toSorted((a, b) => (a.ts < b.ts ? -1 : 1)).at(-1);
}
