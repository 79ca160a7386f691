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
  return newestCard([...threads.where(threads.by.topic, `${channel}:${topicKey(topic)}`)]);
}

export const newestCard = (threads: readonly Thread[]): Thread | undefined =>
  threads.filter(({ isBound }) => !isBound).reduce<Thread | undefined>(newer, undefined);

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

/** The thread that people bound it to, unless that was bound to another topic since. */
function boundTo({ threads }: Newsroom, { channel, topic, boundThread }: Subscription): Thread | undefined {
  const bound = boundThread === undefined ? undefined : threads.get(`${channel}:${boundThread}`);
  return bound && sameTopic(bound.topic, topic) ? bound : undefined;
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
  subscription: Subscription,
  { now, quietDays }: { now: Instant; quietDays: number },
): Placing {
  const { channel, topic, threading } = subscription;
  const bound = boundTo(newsroom, subscription);
  if (bound) return { place: 'thread', thread: bound };
  if (threading === 'channel') return { place: 'channel' };
  const thread = livingCard(newsroom, channel, topic);
  if (thread && msBetween(thread.lastAt, now) < quietDays * dayMs) return { place: 'thread', thread };
  const last = cardsIn(newsroom, channel, topic).at(-1);
  return { place: 'new-card', ...(last ? { succeeds: { channel, ts: last.ts } } : {}) };
}

/** All cards that a topic had in a channel, oldest first, those whose threads were closed since among them. */
export function cardsIn({ posts }: Newsroom, channel: string, topic: Topic): Post[] {
  const cards = [...posts.where(posts.by.card, `${channel}:${topicKey(topic)}`)];
  return cards.toSorted((a, b) => (a.ts < b.ts ? -1 : 1));
}

/** The card on which a topic goes on when this one is no longer the living one. */
export function successorOf(
  newsroom: Newsroom,
  channel: string,
  topic: Topic,
  ts: string,
): Thread | undefined {
  const living = livingCard(newsroom, channel, topic);
  return living?.ts === ts ? undefined : living;
}

/** Where new entries come, seen from a card; `next-card`: its own thread takes no more. */
export type Arrival = 'here' | 'channel' | 'bound-thread' | 'next-card';

/** `cardTs` is absent for a card that is about to be posted. */
export function arrivalOf(newsroom: Newsroom, subscription: Subscription, cardTs?: string): Arrival {
  const { channel, topic, threading } = subscription;
  if (boundTo(newsroom, subscription)) return 'bound-thread';
  if (threading === 'channel') return 'channel';
  const isHere = cardTs === undefined || livingCard(newsroom, channel, topic)?.ts === cardTs;
  return isHere ? 'here' : 'next-card';
}
