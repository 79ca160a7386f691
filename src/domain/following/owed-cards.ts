import type { Newsroom, Put } from '../newsroom.ts';
import { type Delivery, deliveryKey } from '../records/delivery.ts';
import { type Topic, topicKey } from '../records/identifiers.ts';
import type { Recorded } from '../records/revision.ts';
import type { Thread } from '../records/thread.ts';
import { livingCard, subscriptionOf } from './living-thread.ts';

/** The living cards of these topics, in every channel that follows them: what they say has changed. */
export function cardsOf(newsroom: Newsroom, topics: readonly Topic[], recorded: Recorded): Put[] {
  const { threads } = newsroom;
  return topics.flatMap((topic) =>
    [...threads.where(threads.by.about, topicKey(topic))]
      .filter((thread) => isKept(newsroom, thread))
      .map((thread) => cardOwed(thread, recorded)),
  );
}

const isKept = (newsroom: Newsroom, { channel, topic, ts }: Thread): boolean =>
  livingCard(newsroom, channel, topic)?.ts === ts && subscriptionOf(newsroom, channel, topic) !== undefined;

export function cardOwed({ channel, ts }: Pick<Thread, 'channel' | 'ts'>, { seq }: Recorded): Put {
  const row: Delivery = { what: 'card', channel, ts, seq, urgency: 5 };
  return { table: 'deliveries', key: deliveryKey(row), row };
}
