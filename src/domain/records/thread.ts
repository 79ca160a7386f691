import { z } from 'zod';
import { actorSchema, channelIdSchema, entryIdSchema, messageTsSchema, topicSchema } from './identifiers.ts';
import { instantSchema } from './moment.ts';

/** Where a topic lives in a channel: the message (living card or bound root) its entries answer to. */
export const threadSchema = z.object({
  topic: topicSchema,
  channel: channelIdSchema,
  ts: messageTsSchema,
  openedAt: instantSchema,
  /** When something was last posted in it: a quiet thread is succeeded by a new card. */
  lastAt: instantSchema,
  /** A thread that people began and the app was told to follow in; it has no living card. */
  isBound: z.boolean().optional(),
});
export type Thread = z.infer<typeof threadSchema>;
export const threadKey = (thread: Pick<Thread, 'channel' | 'ts'>): string => `${thread.channel}:${thread.ts}`;

export const shownEntrySchema = z.strictObject({ entry: entryIdSchema, revision: z.int().nonnegative() });

/** One message of ours in Slack and what it shows: a correction finds every copy of a mistake through it. */
export const postSchema = z.object({
  channel: channelIdSchema,
  ts: messageTsSchema,
  threadTs: messageTsSchema.optional(),
  as: z.enum(['answer', 'share', 'entry', 'card', 'notice', 'announcement']),
  topics: z.array(topicSchema).max(2),
  shows: z.array(shownEntrySchema),
  /** The words that it answers, if they ask for a page: drawn anew, it is drawn from them. */
  asked: z.string().max(300).optional(),
  /** What this message answers (an event, a click), so that a repeated delivery is answered once. */
  answers: z.string().max(300).optional(),
  by: actorSchema.optional(),
  at: instantSchema,
});
export type Post = z.infer<typeof postSchema>;
export const postKey = (post: Pick<Post, 'channel' | 'ts'>): string => `${post.channel}:${post.ts}`;
