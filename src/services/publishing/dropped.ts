import { type Delivery, deliveryKey } from '../../domain/records/delivery.ts';
import { type Publishing, recorded } from './publishing.ts';

/** Gives a delivery up, on record and in the log. */
export async function dropped(publishing: Publishing, delivery: Delivery, reason: string): Promise<void> {
  const key = deliveryKey(delivery);
  publishing.log.warn({ key, reason }, 'a delivery was dropped');
  const done = await recorded(publishing, () => [{ type: 'delivery-dropped', delivery: key, reason }]);
  if (!done) throw new Error('the disk did not take that a delivery was dropped');
}
