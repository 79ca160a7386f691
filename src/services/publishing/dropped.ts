import type { Newsroom } from '../../domain/newsroom.ts';
import { type Delivery, deliveryKey } from '../../domain/records/delivery.ts';
import { type Publishing, recorded } from './publishing.ts';

type Reason = (newsroom: Newsroom, now: string) => string | undefined;

/** Gives a delivery up, on record and in the log, if there still is a reason to by then. */
export async function dropped(
  publishing: Publishing,
  delivery: Delivery,
  why: string | Reason,
): Promise<void> {
  const key = deliveryKey(delivery);
  let reason: string | undefined;
  const done = await recorded(publishing, (newsroom, now) => {
    reason = typeof why === 'string' ? why : why(newsroom, now);
    return reason === undefined ? [] : [{ type: 'delivery-dropped', delivery: key, reason }];
  });
  if (!done) throw new Error('the disk did not take that a delivery was dropped');
  if (reason !== undefined) publishing.log.warn({ key, reason }, 'a delivery was dropped');
}
