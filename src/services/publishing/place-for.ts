import { placingOf, subscriptionOf } from '../../domain/following/living-thread.ts';
import { isTold } from '../../domain/following/ripple.ts';
import { tellingAt, tellingsOf } from '../../domain/following/tellings.ts';
import { isUrgent, topicsOf } from '../../domain/following/wants-entry.ts';
import type { Newsroom } from '../../domain/newsroom.ts';
import { type Topic, topicKey } from '../../domain/records/identifiers.ts';
import type { Instant } from '../../domain/records/moment.ts';
import { before } from '../../domain/records/revise.ts';
import type { Revision } from '../../domain/records/revision.ts';
import type { Subscription } from '../../domain/records/subscription.ts';
import { type Post, threadKey } from '../../domain/records/thread.ts';
import type { DeliveryOf, Owed } from './next-delivery.ts';

/** Where a message goes: into a thread, into the channel, or below a card that has to be opened first. */
export type Place = { threadTs?: string; isBroadcast?: true } | Opening;
export interface Opening {
  opens: Topic;
  /** The card before it, to link back to. */
  succeeds?: Pick<Post, 'channel' | 'ts'>;
}

export interface Looking {
  now: Instant;
  /** After so many quiet days a thread is succeeded by a new card. */
  quietDays: number;
  /** Threads of this channel that take no more replies. */
  lost: ReadonlySet<string>;
  /** Keys of topics that get no card here: Slack did not take it. */
  cardless: ReadonlySet<string>;
}

/** `undefined`: nowhere; nobody follows there any more, or the thread is gone. */
export function placeFor(newsroom: Newsroom, delivery: Owed, looking: Looking): Place | undefined {
  if (delivery.what === 'announcement') return announcementPlace(delivery, looking);
  return delivery.what === 'entry'
    ? entryPlace(newsroom, delivery, looking)
    : noticePlace(newsroom, delivery, looking);
}

/** In the thread where it was asked for; when that takes no replies, in the channel. */
const announcementPlace = ({ threadTs }: DeliveryOf<'announcement'>, { lost }: Looking): Place =>
  threadTs === undefined || lost.has(threadTs) ? {} : { threadTs };

function entryPlace(newsroom: Newsroom, delivery: DeliveryOf<'entry'>, looking: Looking): Place | undefined {
  const subscription = newsroom.subscriptions.get(delivery.subscription);
  return subscription && placeOf(newsroom, subscription, looking, { isMilestone: isUrgent(delivery) });
}

function placeOf(
  newsroom: Newsroom,
  subscription: Subscription,
  looking: Looking,
  { isMilestone }: { isMilestone: boolean },
): Place {
  const placing = placingOf(newsroom, subscription, looking);
  const hasNoCard = placing.place === 'new-card' && looking.cardless.has(topicKey(subscription.topic));
  if (placing.place === 'channel' || hasNoCard) return {};
  if (placing.place === 'new-card') {
    return { opens: subscription.topic, ...(placing.succeeds ? { succeeds: placing.succeeds } : {}) };
  }
  const isBroadcast = isMilestone && subscription.threading === 'milestones';
  return { threadTs: placing.thread.ts, ...(isBroadcast ? { isBroadcast } : {}) };
}

/** In the thread that showed the entry; when that takes no replies, where its channel follows the entry now. */
function noticePlace(
  newsroom: Newsroom,
  delivery: DeliveryOf<'notice'>,
  looking: Looking,
): Place | undefined {
  const { channel, threadTs } = delivery;
  const subscription = followingOf(newsroom, delivery);
  const isMilestone = isMilestoneNotice(newsroom, delivery);
  if (looking.lost.has(threadTs)) {
    const instead = subscription && placeOf(newsroom, subscription, looking, { isMilestone });
    return instead && isSaidThere(newsroom, delivery, instead) ? undefined : instead;
  }
  const isOfSubscription = newsroom.threads.get(threadKey({ channel, ts: threadTs })) !== undefined;
  const isBroadcast = isMilestone && isOfSubscription && subscription?.threading === 'milestones';
  return { threadTs, ...(isBroadcast ? { isBroadcast } : {}) };
}

/** Whether those who read there had the same word, or are to have it, for what stands there itself. */
function isSaidThere(newsroom: Newsroom, delivery: DeliveryOf<'notice'>, place: Place): boolean {
  if ('opens' in place || place.threadTs === delivery.threadTs) return false;
  const { threadTs } = place;
  if (threadTs !== undefined) return isTold(newsroom, { ...delivery, threadTs });
  const { channel, entry: id, revision } = delivery;
  const { posts } = newsroom;
  const said = [...posts.where(posts.by.entry, id)].filter(
    (post) => post.as === 'notice' && post.channel === channel && post.threadTs === undefined,
  );
  return said.some(({ shows }) => shows.some((one) => one.entry === id && one.revision === revision));
}

/** Corrections, withdrawals and confirmations; better words for the same are none. */
function isMilestoneNotice(newsroom: Newsroom, { entry: id, revision }: DeliveryOf<'notice'>): boolean {
  const entry = newsroom.entries.get(id);
  const acts = (entry && tellingAt(tellingsOf(entry), revision)?.acts) ?? [];
  const [first, last] = [acts[0]?.seq ?? 0, acts.at(-1)?.seq ?? 0];
  const isConfirmed = (isLater: (revision: Revision) => boolean): boolean =>
    entry !== undefined && before(entry, isLater).verification === 'confirmed';
  // One more source for what was confirmed before is no confirmation.
  const confirms = isConfirmed(({ seq }) => seq > last) && !isConfirmed(({ seq }) => seq >= first);
  return confirms || acts.some(({ act }) => act === 'entry-corrected' || act === 'entry-withdrawn');
}

/** How a channel follows what a notice is about, a story before an entity. */
export function followingOf(
  newsroom: Newsroom,
  { entry: id, channel }: DeliveryOf<'notice'>,
): Subscription | undefined {
  const entry = newsroom.entries.get(id);
  const found = entry && topicsOf(entry).map((topic) => subscriptionOf(newsroom, channel, topic));
  return found?.find((subscription) => subscription !== undefined);
}
