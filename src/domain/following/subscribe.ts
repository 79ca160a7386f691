import type { Change } from '../change.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Problem } from '../problem.ts';
import type { EntryKind } from '../records/entry.ts';
import { type Slug, sameTopic, type Topic } from '../records/identifiers.ts';
import { defaultKinds, type Subscription, type SubscriptionContent } from '../records/subscription.ts';
import { sharedAway } from './channel-stands.ts';
import { subscriptionOf } from './living-thread.ts';
import { isOwnerless } from './owner-stands.ts';

/** What is asked of a channel's subscription; what is absent stays as it is, or as it is by default. */
export interface Wish {
  topic: Topic;
  channel: string;
  by: string;
  kinds?: readonly EntryKind[] | undefined;
  withoutKinds?: readonly EntryKind[];
  /** None: entries on any. */
  withEntities?: readonly Slug[] | undefined;
  withoutEntities?: readonly Slug[] | undefined;
  urgencyAtMost?: number | undefined;
  threading?: Subscription['threading'] | undefined;
  /** A thread that people began, for its entries to go to. */
  boundThread?: string | undefined;
  /** An editor agrees that people of another organization read along. */
  isAgreed?: boolean;
  /** They do: the agreement is kept. */
  isShared?: boolean;
}

/** From now on the channel gets what is new on the topic; where it does already, as it is said now. */
export const subscribe =
  (wish: Wish) =>
  (newsroom: Newsroom, now: string): Change[] | Problem => {
    const known = subscriptionOf(newsroom, wish.channel, wish.topic);
    const kinds = kindsFor(wish, known);
    if (kinds.length === 0) return { problem: 'no-kinds-left' };
    const barred = allBarred(wish, known);
    if (barred) return { problem: 'nothing-left', entity: barred };
    return [
      ...(known ? changed(known, wish, kinds) : [subscribed(newsroom, wish, kinds)]),
      ...bound(newsroom, wish, now),
    ];
  };

function kindsFor({ kinds, withoutKinds = [] }: Wish, known: Subscription | undefined): EntryKind[] {
  const wanted = kinds ?? known?.kinds ?? defaultKinds;
  return wanted.filter((kind) => !withoutKinds.includes(kind));
}

/** The entity that is both asked for and left out, so that no entry could ever come. */
function allBarred(wish: Wish, known: Subscription | undefined): Slug | undefined {
  const { topic } = wish;
  const without = wish.withoutEntities ?? known?.withoutEntities ?? [];
  if (topic.kind === 'entity' && without.includes(topic.slug)) return topic.slug;
  const only = wish.withEntities ?? known?.withEntities ?? [];
  return only.every((slug) => without.includes(slug)) ? only[0] : undefined;
}

const anyUrgency = 9;

function subscribed(newsroom: Newsroom, wish: Wish, kinds: EntryKind[]): Change {
  const { topic, channel, by: owner, threading = 'thread', boundThread } = wish;
  const { withEntities = [], withoutEntities = [], urgencyAtMost = anyUrgency, isAgreed, isShared } = wish;
  const subscription: SubscriptionContent = {
    ...{ topic, channel, owner, kinds, threading, withoutEntities: [...withoutEntities] },
    ...(withEntities.length > 0 ? { withEntities: [...withEntities] } : {}),
    ...(urgencyAtMost < anyUrgency ? { urgencyAtMost } : {}),
    ...(boundThread ? { boundThread } : {}),
    ...(isAgreed && isShared ? { sharedAgreedBy: owner } : {}),
  };
  // An act subscribes once, and no act comes again: so no id does, whatever was unsubscribed.
  return { type: 'subscribed', id: `S-${newsroom.seq + 1}`, subscription, announce: inThread(boundThread) };
}

/** Whoever reads along is told who subscribed what, where it was asked for. */
const inThread = (threadTs: string | undefined) => (threadTs === undefined ? {} : { threadTs });

type Settable = Extract<Change, { type: 'subscription-changed' }>['set'];

function changed(known: Subscription, wish: Wish, kinds: EntryKind[]): Change[] {
  const { by, withEntities, withoutEntities, urgencyAtMost, threading, boundThread } = wish;
  const { isAgreed, isShared } = wish;
  const wanted: Settable = {
    kinds,
    ...(withEntities ? { withEntities: withEntities.length > 0 ? [...withEntities] : null } : {}),
    ...(withoutEntities ? { withoutEntities: [...withoutEntities] } : {}),
    ...(urgencyAtMost ? { urgencyAtMost: urgencyAtMost < anyUrgency ? urgencyAtMost : null } : {}),
    // How entries come is what was said last: a thread that was bound before is let go.
    ...(threading ? { threading, boundThread: null } : {}),
    ...(boundThread ? { boundThread } : {}),
    // Whoever subscribes wants to hear of it, and stands in for somebody who left.
    pausedUntil: null,
    ...(isOwnerless(known) ? { owner: by, goneOwner: null } : {}),
    ...(isAgreed && isShared && !known.sharedAgreedBy ? { sharedAgreedBy: by } : {}),
  };
  const set = differing(known, wanted);
  const goesOn = known.parked !== undefined && (known.parked !== sharedAway || isAgreed);
  return [
    ...(Object.keys(set).length > 0
      ? [
          {
            ...{ type: 'subscription-changed' as const, id: known.id, set },
            announce: inThread(boundThread),
          },
        ]
      : []),
    ...(goesOn ? [{ type: 'subscription-parked', id: known.id, error: null } satisfies Change] : []),
  ];
}

const differing = (known: Subscription, wanted: Settable): Settable =>
  Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => {
      const is = known[field as keyof Subscription] ?? null;
      return JSON.stringify(is) !== JSON.stringify(value);
    }),
  );

/** The thread is the topic's from now on; whatever else was bound to it goes on by itself. */
function bound(newsroom: Newsroom, { topic, channel, boundThread: ts }: Wish, now: string): Change[] {
  if (ts === undefined) return [];
  const { threads, subscriptions } = newsroom;
  const known = threads.get(`${channel}:${ts}`);
  if (known && sameTopic(known.topic, topic)) return [];
  const others = [...subscriptions.where(subscriptions.by.channel, channel)].filter(
    (one) => one.boundThread === ts && !sameTopic(one.topic, topic),
  );
  return [
    ...others.map(({ id }): Change => ({ type: 'subscription-changed', id, set: { boundThread: null } })),
    { type: 'thread-opened', thread: { topic, channel, ts, openedAt: now, lastAt: now, isBound: true } },
  ];
}
