import type { Newsroom, Put } from '../newsroom.ts';
import { type Delivery, deliveryKey } from '../records/delivery.ts';
import { type Topic, topicKey } from '../records/identifiers.ts';
import type { Recorded } from '../records/revision.ts';
import { type Thread, threadKey } from '../records/thread.ts';
import { cardsIn, livingCard, newestCard, subscriptionOf } from './living-thread.ts';

/** The living cards of these topics, in every channel that follows them: what they say has changed. */
export function cardsOf(newsroom: Newsroom, topics: readonly Topic[], recorded: Recorded): Put[] {
  const { threads } = newsroom;
  const owed: Put[] = [];
  for (const topic of topics) {
    for (const thread of threads.where(threads.by.about, topicKey(topic)))
      if (isKept(newsroom, thread)) owed.push(cardOwed(thread, recorded));
  }
  return owed;
}

const isKept = (newsroom: Newsroom, { channel, topic, ts }: Thread): boolean =>
  livingCard(newsroom, channel, topic)?.ts === ts && subscriptionOf(newsroom, channel, topic) !== undefined;

/** The card before one that is opened: it leads there from now on, be its own thread closed or not. */
export function succeededBy(newsroom: Newsroom, { channel, topic, ts }: Thread, recorded: Recorded): Put[] {
  const last = cardsIn(newsroom, channel, topic).findLast((card) => card.ts !== ts);
  return last ? [cardOwed(last, recorded)] : [];
}

/** When a thread closes, another card of its topic may take new entries again. */
export function leftBy(
  newsroom: Newsroom,
  { channel, ts }: Pick<Thread, 'channel' | 'ts'>,
  recorded: Recorded,
): Put[] {
  const { threads } = newsroom;
  const topic = threads.get(threadKey({ channel, ts }))?.topic;
  if (!topic) return [];
  const others = [...threads.where(threads.by.topic, `${channel}:${topicKey(topic)}`)];
  const next = newestCard(others.filter((thread) => thread.ts !== ts));
  return next ? [cardOwed(next, recorded)] : [];
}

export function cardOwed({ channel, ts }: Pick<Thread, 'channel' | 'ts'>, { seq }: Recorded): Put {
  const row: Delivery = { what: 'card', channel, ts, seq, urgency: 5 };
  return { table: 'deliveries', key: deliveryKey(row), row };
}
