import type { Change } from '../../domain/change.ts';
import { currentTopic } from '../../domain/finding/named-topic.ts';
import type { Newsroom } from '../../domain/newsroom.ts';
import { deliveryKey, type Trial } from '../../domain/records/delivery.ts';
import { type Topic, topicKey } from '../../domain/records/identifiers.ts';
import type { Instant } from '../../domain/records/moment.ts';
import type { Post } from '../../domain/records/thread.ts';
import type { Owed } from './next-delivery.ts';
import { followingOf, type Looking, type Place, placeFor } from './place-for.ts';

/** A message without its words: where it goes, and how it is found again. */
export interface Outline {
  delivery: Owed;
  place: Place;
  /** Goes along as metadata. A card is opened for a delivery, which is owed until its own message is there, too. */
  key: string;
  topic: Topic | undefined;
}

/** `undefined`: there is nowhere for it to go any more. */
export function outlineOf(newsroom: Newsroom, delivery: Owed, looking: Looking): Outline | undefined {
  const place = placeFor(newsroom, delivery, looking);
  if (!place) return undefined;
  if ('opens' in place) {
    const key = `open:${topicKey(place.opens)}:${delivery.channel}:${delivery.seq}`;
    return { delivery, place, key, topic: place.opens };
  }
  return { delivery, place, key: deliveryKey(delivery), topic: topicOf(newsroom, delivery) };
}

/** The message of a delivery as it was tried, be it by a process that is no more. */
export function outlineTried(newsroom: Newsroom, delivery: Owed, { key, threadTs, opens }: Trial): Outline {
  if (opens) return { delivery, place: { opens }, key, topic: opens };
  const place = threadTs === undefined ? {} : { threadTs };
  return { delivery, place, key, topic: topicOf(newsroom, delivery) };
}

/** What is put on record before a message leaves us. */
export function trialOf({ outline, shows, drawnSeq }: Drawn): Trial {
  const { key, place } = outline;
  const opens = 'opens' in place ? { opens: place.opens } : {};
  return { key, ...threadOf(outline), ...opens, shows, drawnSeq };
}
interface Drawn {
  outline: Outline;
  shows: Post['shows'];
  drawnSeq: number;
}

function topicOf(newsroom: Newsroom, delivery: Owed): Topic | undefined {
  if (delivery.what === 'entry') return delivery.topic;
  if (delivery.what === 'notice') return followingOf(newsroom, delivery)?.topic;
  return newsroom.subscriptions.get(delivery.subscription ?? '')?.topic ?? delivery.ended[0];
}

export const threadOf = ({ place }: Outline): { threadTs?: string } =>
  'threadTs' in place && place.threadTs !== undefined ? { threadTs: place.threadTs } : {};

/** A message that is there: what it shows, and up to which act the newsroom was drawn. */
export interface Standing {
  ts: string;
  at: Instant;
  shows: Post['shows'];
  drawnSeq: number;
}

/**
 * What is recorded of it. A card settles nothing: what it was opened for is posted next. If its topic was merged while
 * it was on its way, it is the card of what is left.
 */
export function changesFor(
  outline: Outline,
  { ts, at, shows, drawnSeq }: Standing,
  newsroom: Newsroom,
): Change[] {
  const { delivery, place, topic } = outline;
  const { channel, what } = delivery;
  const post = { channel, ts, ...threadOf(outline), topics: topic ? [topic] : [], shows, at };
  if (!('opens' in place)) {
    return [{ type: 'posted', post: { ...post, as: what }, settles: deliveryKey(delivery), drawnSeq }];
  }
  const opened = currentTopic(newsroom, place.opens);
  return [
    { type: 'thread-opened', thread: { topic: opened, channel, ts, openedAt: at, lastAt: at } },
    { type: 'posted', post: { ...post, topics: [opened], as: 'card' }, drawnSeq },
    { type: 'delivery-settled', delivery: deliveryKey(delivery) },
  ];
}
