import type { Change } from '../change.ts';
import type { Newsroom, Put } from '../newsroom.ts';
import { deliveryKey } from '../records/delivery.ts';
import type { Subscription } from '../records/subscription.ts';
import { postKey, threadKey } from '../records/thread.ts';
import { subscriptionOf } from './living-thread.ts';

interface Move {
  from: string;
  to: string;
}

/** Slack calls a channel by another id from now on; nothing, where we know it by that id already, or not at all. */
export function moveChannel(newsroom: Newsroom, { from, to }: Move): Change[] {
  const isKnown = from !== to && movedRows(newsroom, { from, to }).length > 0;
  return isKnown ? [{ type: 'channel-moved', from, to }] : [];
}

/**
 * Everything that happened in the channel happened in the one of the new id. The keys of what is owed change with it;
 * a message that is in doubt keeps the one that it carries, and is looked for by that.
 */
export function movedRows(newsroom: Newsroom, { from, to }: Move): Put[] {
  const { subscriptions, threads, posts, deliveries } = newsroom;
  const followed = [...subscriptions.where(subscriptions.by.channel, from)].map((row) => ({
    row,
    other: subscriptionOf(newsroom, to, row.topic),
  }));
  const replaced = new Map(followed.flatMap(({ row, other }) => (other ? [[row.id, other.id]] : [])));
  const there = <Row extends { channel: string }>(rows: Iterable<Row>): Row[] =>
    [...rows].filter(({ channel }) => channel === from);
  return [
    ...followed.flatMap(({ row, other }) => movedSubscription(row, other, to)),
    ...there(threads.all()).flatMap((row): Put[] => {
      const moved = { ...row, channel: to };
      return [
        { table: 'threads', key: threadKey(row), row: undefined },
        { table: 'threads', key: threadKey(moved), row: moved },
      ];
    }),
    ...there(posts.all()).flatMap((row): Put[] => {
      const moved = { ...row, channel: to };
      return [
        { table: 'posts', key: postKey(row), row: undefined },
        { table: 'posts', key: postKey(moved), row: moved },
      ];
    }),
    ...[...deliveries.where(deliveries.by.channel, from)].flatMap((row): Put[] => {
      const moved = { ...row, channel: to };
      // An entry goes, and an announcement tells, through the subscription that stays.
      if ('subscription' in moved && moved.subscription !== undefined)
        moved.subscription = replaced.get(moved.subscription) ?? moved.subscription;
      return [
        { table: 'deliveries', key: deliveryKey(row), row: undefined },
        { table: 'deliveries', key: deliveryKey(moved), row: moved },
      ];
    }),
  ];
}

/** A channel follows a topic once: somebody who was quicker to subscribe under the new id keeps what they set. */
function movedSubscription(row: Subscription, other: Subscription | undefined, to: string): Put[] {
  const { id, seq } = row;
  if (!other) return [{ table: 'subscriptions', key: id, row: { ...row, channel: to } }];
  return [
    { table: 'subscriptions', key: id, row: undefined },
    { table: 'subscriptions', key: other.id, row: { ...other, seq: Math.min(seq, other.seq) } },
  ];
}
