import { z } from 'zod';
import { entryKinds } from './entry.ts';
import {
  actorSchema,
  channelIdSchema,
  messageTsSchema,
  slugSchema,
  subscriptionIdSchema,
  topicSchema,
} from './identifiers.ts';
import { instantSchema } from './moment.ts';
import { recordedSchema } from './revision.ts';

/** How entries reach the channel: replies; replies with the milestones broadcast; messages of their own. */
export const threadings = ['thread', 'milestones', 'channel'] as const;

/** What a bare `subscribe` follows: every kind but background. */
export const defaultKinds = entryKinds.filter((kind) => kind !== 'background');

/** How many entities a subscription may be narrowed to, and how many it may leave out. */
export const mostFilterEntities = 20;

export const subscriptionContentSchema = z.strictObject({
  topic: topicSchema,
  channel: channelIdSchema,
  boundThread: messageTsSchema.optional(),
  kinds: z
    .array(z.enum(entryKinds))
    .min(1)
    .default([...defaultKinds]),
  /** Only entries that concern one of these are delivered; absent, all are. */
  withEntities: z.array(slugSchema).min(1).max(mostFilterEntities).optional(),
  /** Entries that mention one of these are not delivered. */
  withoutEntities: z.array(slugSchema).max(mostFilterEntities).default([]),
  /** Ninjs urgency, 1 the most urgent; entries less urgent than this are not delivered. */
  urgencyAtMost: z.int().min(1).max(9).optional(),
  threading: z.enum(threadings).default('thread'),
  owner: actorSchema,
  /** The owner as they left the workspace: while they still are the owner, editors are told. */
  goneOwner: actorSchema.optional(),
  pausedUntil: instantSchema.optional(),
  /** The editor who agreed that people of another organization read along. */
  sharedAgreedBy: actorSchema.optional(),
});
export type SubscriptionContent = z.infer<typeof subscriptionContentSchema>;

export const subscriptionSchema = subscriptionContentSchema.extend({
  id: subscriptionIdSchema,
  /** Why nothing can be posted there (Slack's error code, or ours); it stays owed until the cause is gone. */
  parked: z.string().max(100).optional(),
  ...recordedSchema.shape,
});
export type Subscription = z.infer<typeof subscriptionSchema>;
