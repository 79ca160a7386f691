import { z } from 'zod';
import { entitySchemata } from './entity.ts';
import { entryContentSchema } from './entry.ts';
import { entryIdSchema, questionIdSchema, slugSchema } from './identifiers.ts';
import { looseDateSchema } from './moment.ts';

/** What became of one proposal; absent while nobody decided. */
const dropped = z.literal('dropped');

/** One line for the record, as an article suggests it. Its stories are those that the editor files the draft under. */
export const proposalSchema = z.strictObject({
  content: entryContentSchema,
  /** The article's own words it was read from. */
  statement: z.string().min(1).max(3000),
  became: z.union([entryIdSchema, dropped]).optional(),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** Somebody or something that the article names and the newsroom does not know. Proposals refer to it by this slug. */
export const suggestedEntitySchema = z.strictObject({
  slug: slugSchema,
  schema: z.enum(entitySchemata),
  name: z.string().trim().min(1).max(200),
  aliases: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
  became: z.union([slugSchema, dropped]).optional(),
});
export type SuggestedEntity = z.infer<typeof suggestedEntitySchema>;

/** What the article leaves open: who declined to comment, who did not respond. */
export const suggestedQuestionSchema = z.strictObject({
  text: z.string().trim().min(1).max(500),
  became: z.union([questionIdSchema, dropped]).optional(),
});
export type SuggestedQuestion = z.infer<typeof suggestedQuestionSchema>;

/** What was made of an article. Nothing of it is on record before an editor accepts it. */
export const readingSchema = z.strictObject({
  headline: z.string().trim().min(1).max(300).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  publisher: z.string().trim().min(1).max(200).optional(),
  publishedAt: looseDateSchema.optional(),
  language: z.string().max(10).optional(),
  /** The same article gives the same: a hash of its words. */
  fingerprint: z.string().max(100),
  proposals: z.array(proposalSchema).max(300),
  entities: z.array(suggestedEntitySchema).max(200),
  questions: z.array(suggestedQuestionSchema).max(50),
});
export type Reading = z.infer<typeof readingSchema>;
