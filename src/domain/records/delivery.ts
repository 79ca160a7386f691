import { z } from 'zod';
import { channelIdSchema, entryIdSchema, subscriptionIdSchema } from './identifiers.ts';

/** What is still owed to a channel. It disappears when the message is recorded as posted, or given up. */
export const deliverySchema = z.object({
  entry: entryIdSchema,
  /** 0 for the entry as added; each later act on it is one more. */
  revision: z.int().nonnegative(),
  channel: channelIdSchema,
  subscription: subscriptionIdSchema,
  /** The act that made it owed: a channel's deliveries go out in this order. */
  seq: z.int().positive(),
});
export type Delivery = z.infer<typeof deliverySchema>;

export const deliveryKey = (delivery: Pick<Delivery, 'entry' | 'revision' | 'channel'>): string =>
  `${delivery.entry}.${delivery.revision}.${delivery.channel}`;
