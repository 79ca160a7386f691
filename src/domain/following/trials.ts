import type { ChangeOf } from '../change.ts';
import type { Newsroom, Put } from '../newsroom.ts';
import { type Delivery, deliveryKey, isMessage } from '../records/delivery.ts';
import type { Recorded } from '../records/revision.ts';

const put = (row: Delivery): Put => ({ table: 'deliveries', key: deliveryKey(row), row });
const remove = (row: Delivery): Put => ({ table: 'deliveries', key: deliveryKey(row), row: undefined });

/** It is not to go out any more. If it went out a moment ago, somebody has to find that out first. */
export const unowed = (delivery: Delivery): Put =>
  isMessage(delivery) && delivery.tried
    ? put(Object.assign({}, delivery, { isVoid: true as const }))
    : remove(delivery);

/** Its message leaves us now. */
export function tried(
  { deliveries }: Newsroom,
  { delivery, trial }: ChangeOf<'delivery-tried'>,
  { at }: Recorded,
): Put[] {
  const row = deliveries.get(delivery);
  if (!row || !isMessage(row)) return [];
  // Assigned, not spread, as every row that there are many of: see `recordOf`.
  return [put(Object.assign({}, row, { tried: Object.assign({}, trial, { at }) }))];
}

/** What came of it is known: it is not in Slack, or that is on record. */
export function settled({ deliveries }: Newsroom, { delivery }: ChangeOf<'delivery-settled'>): Put[] {
  const row = deliveries.get(delivery);
  if (!row || !isMessage(row)) return [];
  const { tried: _, ...untried } = row;
  return [row.isVoid ? remove(row) : put(untried)];
}
