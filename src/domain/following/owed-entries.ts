import type { Newsroom, Put } from '../newsroom.ts';
import { type Delivery, deliveryKey } from '../records/delivery.ts';
import { type Entry, urgencyOf } from '../records/entry.ts';
import { sameTopic, topicKey } from '../records/identifiers.ts';
import type { Recorded } from '../records/revision.ts';
import type { Subscription } from '../records/subscription.ts';
import { isEmbargoed } from '../rules/embargo.ts';
import { unowed } from './trials.ts';
import { isHistory, publicSince, topicsOf, wantsEntry } from './wants-entry.ts';

type OwedEntry = Extract<Delivery, { what: 'entry' }>;

/** Subscriptions as the change leaves them; `undefined` for one that it ends. */
export type Changed = ReadonlyMap<string, Subscription | undefined>;

export const isPublic = (entry: Entry, { at }: Recorded): boolean =>
  !entry.withdrawn && !isEmbargoed(entry, at);

/**
 * The entry for every channel that follows one of its topics, unless it stands there or is owed to it already. Where
 * everybody could read it before, as it `was`: only for whom the change made it news, by its topic or by their filter.
 */
export function owedNow(
  newsroom: Newsroom,
  { entry, was, recorded }: { entry: Entry; was: Entry | undefined; recorded: Recorded },
): Put[] {
  const { subscriptions } = newsroom;
  const topics = topicsOf(entry);
  // Most of an import is followed by nobody.
  if (topics.every((topic) => subscriptions.by.topic.count(topicKey(topic)) === 0)) return [];
  const posted = channelsThatHave(newsroom, entry.id);
  const isOwed = owing(entry, recorded);
  const before = was ? topicsOf(was).map(topicKey) : [];
  const chosen = new Map<string, Subscription>();
  for (const topic of topics) {
    const isFresh = !before.includes(topicKey(topic));
    for (const subscription of subscriptions.where(subscriptions.by.topic, topicKey(topic))) {
      const { channel } = subscription;
      const isNew = !chosen.has(channel) && !posted.has(channel);
      if (!isNew || !isOwed(subscription)) continue;
      if (isFresh || !was || !wantsEntry(subscription, was, recorded.at)) chosen.set(channel, subscription);
    }
  }
  return [...chosen.values()].flatMap((subscription) => {
    const fresh = owed(entry, subscription, recorded.seq);
    const there = newsroom.deliveries.get(fresh.key);
    if (there?.what !== 'entry') return [fresh];
    // Owed no more a moment ago, it may be out all the same: what was tried stays with it.
    return there.isVoid ? [owed(entry, subscription, there.seq, there)] : [];
  });
}

const unchanged: Changed = new Map();

/** What is still owed of an entry, as this change leaves the entry and those who follow it. */
export function owedAnew(
  newsroom: Newsroom,
  { entry, recorded, changed = unchanged }: { entry: Entry; recorded: Recorded; changed?: Changed },
): Put[] {
  const deliveries = entryDeliveries(newsroom, entry.id);
  if (deliveries.length === 0) return [];
  const isOwed = isPublic(entry, recorded) ? owing(entry, recorded) : () => false;
  return deliveries.flatMap((delivery): Put[] => {
    const subscription = chosenIn(newsroom, entry, { isOwed, changed, channel: delivery.channel });
    if (!subscription) return [unowed(delivery)];
    const again = owed(entry, subscription, delivery.seq, delivery);
    const isSame =
      delivery.subscription === subscription.id &&
      sameTopic(delivery.topic, subscription.topic) &&
      delivery.urgency === again.row.urgency;
    return isSame ? [] : [again];
  });
}

/** What is owed through these subscriptions goes to another one of the channel, or to nobody. */
export function owedThrough(
  newsroom: Newsroom,
  changed: Changed,
  recorded: Recorded,
  moved: ReadonlyMap<string, Entry> = new Map(),
): Put[] {
  const { deliveries, entries } = newsroom;
  const ids = [...changed.keys()].flatMap((id) =>
    [...deliveries.where(deliveries.by.subscription, id)].flatMap((one) =>
      'entry' in one ? [one.entry] : [],
    ),
  );
  return [...new Set([...ids, ...moved.keys()])].flatMap((id) => {
    const entry = moved.get(id) ?? entries.get(id);
    return entry ? owedAnew(newsroom, { entry, recorded, changed }) : [];
  });
}

function owed(
  entry: Entry,
  { id, channel, topic }: Subscription,
  seq: number,
  { tried }: Pick<OwedEntry, 'tried'> = {},
): Put & { row: Delivery } {
  const row: OwedEntry = {
    what: 'entry',
    channel,
    seq,
    urgency: urgencyOf(entry),
    entry: entry.id,
    subscription: id,
    topic,
  };
  // Assigned, not spread: a thousand of these would else have a thousand hidden classes.
  if (tried) Object.assign(row, { tried });
  return { table: 'deliveries', key: deliveryKey(row), row };
}

type IsOwed = (subscription: Subscription) => boolean;

/** Which subscriptions an entry is news to, and wanted by: asked once for an entry that a thousand channels follow. */
function owing(entry: Entry, { seq, at }: Recorded): IsOwed {
  if (isHistory(entry)) return () => false;
  const since = publicSince(entry, seq);
  return (subscription) => subscription.seq < since && wantsEntry(subscription, entry, at);
}

/** The story's subscription before the entity's: an entry that two of them want is posted once. */
function chosenIn(
  { subscriptions }: Newsroom,
  entry: Entry,
  { isOwed, changed, channel }: { isOwed: IsOwed; changed: Changed; channel: string },
): Subscription | undefined {
  const there = [...subscriptions.where(subscriptions.by.channel, channel)].flatMap((subscription) => {
    const now = changed.has(subscription.id) ? changed.get(subscription.id) : subscription;
    return now && isOwed(now) ? [now] : [];
  });
  for (const topic of topicsOf(entry)) {
    const found = there.find((subscription) => sameTopic(subscription.topic, topic));
    if (found) return found;
  }
  return undefined;
}

const channelsThatHave = ({ posts }: Newsroom, id: string): ReadonlySet<string> =>
  new Set(
    [...posts.where(posts.by.entry, id)].filter(({ as }) => as === 'entry').map(({ channel }) => channel),
  );

const entryDeliveries = ({ deliveries }: Newsroom, id: string): OwedEntry[] =>
  [...deliveries.where(deliveries.by.entry, id)].flatMap((one) =>
    one.what === 'entry' && !one.isVoid ? [one] : [],
  );
