import { z } from 'zod';
import {
  actorSchema,
  channelIdSchema,
  entryIdSchema,
  messageTsSchema,
  subscriptionIdSchema,
  topicSchema,
} from './identifiers.ts';
import { instantSchema } from './moment.ts';
import { shownEntrySchema } from './thread.ts';

/** A message as it left us. It is on record before it goes, so that a crash leaves no other message in doubt. */
export const trialSchema = z.object({
  /** It carries this as metadata. */
  key: z.string().max(300),
  threadTs: messageTsSchema.optional(),
  /** It is the card of this topic, which is opened for the delivery. */
  opens: topicSchema.optional(),
  shows: z.array(shownEntrySchema),
  /** The newsroom's seq when it was drawn. */
  drawnSeq: z.int().nonnegative(),
});
export type Trial = z.infer<typeof trialSchema>;

/** What becomes a message of its own. */
const message = {
  /** It may stand in Slack: what came of this is not known yet. */
  tried: trialSchema.extend({ at: instantSchema }).optional(),
  /** Owed no more, and kept until it is known whether it stands there: if so, it has to be put right. */
  isVoid: z.literal(true).optional(),
};

const owed = <W extends string, S extends z.ZodRawShape>(what: W, shape: S) =>
  z.object({
    what: z.literal(what),
    channel: channelIdSchema,
    /** The act that made it owed: a channel's deliveries go out in this order, the urgent first. */
    seq: z.int().positive(),
    /** Ninjs urgency of the entry, 1 the most urgent; what is about no entry has one that gives it its place. */
    urgency: z.int().min(1).max(9).default(5),
    ...shape,
  });

/**
 * What is still owed to a channel, planned by the effects of changes. It disappears when the message is recorded
 * as posted (`settles`), or is given up. What it says is read from the newsroom when it goes out, never stored.
 */
export const deliverySchema = z.discriminatedUnion('what', [
  /** An entry for a channel that follows one of its topics. */
  owed('entry', {
    ...{ entry: entryIdSchema, subscription: subscriptionIdSchema, topic: topicSchema },
    ...message,
  }),
  /** Word of a correction, clarification, withdrawal or new verification, to a thread in which the entry was shown. */
  owed('notice', {
    ...{ entry: entryIdSchema, revision: z.int().positive(), threadTs: messageTsSchema },
    ...message,
  }),
  /** Word to a channel of who has it follow what, or ended what it followed. */
  owed('announcement', {
    by: actorSchema,
    at: instantSchema,
    threadTs: messageTsSchema.optional(),
    /** What it follows, as that stands when the word goes out; absent where something ended. */
    subscription: subscriptionIdSchema.optional(),
    ended: z.array(topicSchema),
    ...message,
  }),
  /** A message of ours that shows an entry as it no longer stands. */
  owed('edit', { ts: messageTsSchema }),
  /** A living card that no longer says how its topic stands. */
  owed('card', { ts: messageTsSchema }),
]);
export type Delivery = z.infer<typeof deliverySchema>;
/** What becomes a message of its own; the others change one that is there. */
export type OwedMessage = Exclude<Delivery, { what: 'edit' | 'card' }>;

export const isMessage = (delivery: Delivery): delivery is OwedMessage =>
  delivery.what !== 'edit' && delivery.what !== 'card';

/** Names the message to Slack, too, as metadata: after a doubtful failure it is looked for by this. */
export function deliveryKey(delivery: Delivery): string {
  const { what, channel } = delivery;
  // Whatever one act ends in a channel is told in one message.
  if (what === 'announcement')
    return `announcement:${delivery.subscription ?? 'ended'}:${channel}:${delivery.seq}`;
  if (what === 'entry') return `entry:${delivery.entry}:${channel}`;
  if (what === 'notice')
    return `notice:${delivery.entry}:${delivery.revision}:${channel}:${delivery.threadTs}`;
  return `${what}:${channel}:${delivery.ts}`;
}
