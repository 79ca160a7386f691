import { z } from 'zod';
import { actorSchema, topicSchema } from './identifiers.ts';

/** How far a person has read a topic: the journal's seq when they last looked. */
export const readerMarkSchema = z.object({
  person: actorSchema,
  topic: topicSchema,
  seenSeq: z.int().nonnegative(),
});
export type ReaderMark = z.infer<typeof readerMarkSchema>;
