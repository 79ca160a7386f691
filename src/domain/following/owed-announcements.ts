import type { ChangeOf } from '../change.ts';
import type { Newsroom, Put } from '../newsroom.ts';
import { type Delivery, deliveryKey } from '../records/delivery.ts';
import type { Recorded } from '../records/revision.ts';
import type { Subscription } from '../records/subscription.ts';
import { unowed } from './trials.ts';

type Announcement = Extract<Delivery, { what: 'announcement' }>;

/** Before any card: nobody is to wonder why a channel gets what it gets. */
const urgency = 1;

/** What the channel is to be told of a change to its subscription, and what it need not be told any more. */
export function announcementsOf(
  newsroom: Newsroom,
  { type, announce }: ChangeOf<'subscribed' | 'subscription-changed' | 'unsubscribed'>,
  { id, channel, topic }: Subscription,
  { seq, at, by }: Recorded,
): Put[] {
  const isEnded = type === 'unsubscribed';
  const unsaid = isEnded ? untold(newsroom, id) : [];
  if (!announce) return unsaid;
  const said: Announcement = {
    ...{ what: 'announcement', channel, seq, urgency, at, by, ...announce },
    ...(isEnded ? {} : { subscription: id }),
    ended: isEnded ? [topic] : [],
  };
  const key = deliveryKey(said);
  const other = newsroom.deliveries.get(key);
  const before = isEnded && other?.what === 'announcement' ? other.ended : [];
  const row = { ...said, ended: [...before, ...said.ended] };
  return [...unsaid, { table: 'deliveries', key, row }];
}

/** Word of what is followed, of a subscription that ends before it was given. */
const untold = ({ deliveries }: Newsroom, id: string): Put[] =>
  [...deliveries.where(deliveries.by.subscription, id)]
    .filter(({ what }) => what === 'announcement')
    .map(unowed);
