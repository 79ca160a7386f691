import { z } from 'zod';

export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a slug of lower-case words joined by hyphens, like ford-xiaomi')
  .max(80);
export type Slug = z.infer<typeof slugSchema>;

const numbered = (letter: string) =>
  z.string().regex(new RegExp(`^${letter}-[1-9][0-9]*$`), `an id like ${letter}-31`);

export const entryIdSchema = numbered('E');
export const questionIdSchema = numbered('Q');
export const relationIdSchema = numbered('R');
export const draftIdSchema = numbered('D');
export const subscriptionIdSchema = numbered('S');

/** A Slack user id, or the name of the door a change came through when nobody typed it (`import`, `cli`). */
export const actorSchema = z.string().min(1).max(80);
export const channelIdSchema = z.string().min(1).max(40);

/** Slack's message id, `1700000000.000100`: unique within a channel, sorts as text. */
export const messageTsSchema = z.string().regex(/^\d{1,12}\.\d{1,6}$/);

export const topicSchema = z.object({ kind: z.enum(['story', 'entity']), slug: slugSchema });
export type Topic = z.infer<typeof topicSchema>;

export const topicKey = (topic: Topic): string => `${topic.kind}:${topic.slug}`;
export const sameTopic = (a: Topic, b: Topic): boolean => a.kind === b.kind && a.slug === b.slug;
