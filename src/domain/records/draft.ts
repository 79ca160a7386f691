import { z } from 'zod';
import { entitySchemata } from './entity.ts';
import { entryContentSchema } from './entry.ts';
import { draftIdSchema, entryIdSchema, questionIdSchema, slugSchema } from './identifiers.ts';
import { looseDateSchema } from './moment.ts';
import { historySchema } from './revision.ts';

/** What became of one proposal; absent while nobody decided. */
const dropped = z.literal('dropped');

/** One line for the record, as an article suggests it. Its stories are those that the editor files the draft under. */
export const proposalSchema = z.strictObject({
  content: entryContentSchema,
  /** The article's own words it was read from. */
  statement: z.string().min(1).max(3000),
  became: z.union([entryIdSchema, dropped]).optional(),
  /** Somebody went over it: whom it names is as they left it, and is not looked for again. */
  edited: z.literal(true).optional(),
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

export const mostProposals = 300;

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
  proposals: z.array(proposalSchema).max(mostProposals),
  entities: z.array(suggestedEntitySchema).max(200),
  questions: z.array(suggestedQuestionSchema).max(50),
});
export type Reading = z.infer<typeof readingSchema>;

export const draftVias = ['paste', 'message', 'file', 'feed', 'inbox'] as const;
export type DraftVia = (typeof draftVias)[number];

/** What a draft is besides what was read: how it came, and so that it comes once. */
export const draftContentSchema = readingSchema.extend({
  via: z.enum(draftVias),
  /** The message, form, file or item of a feed that it was made of. */
  key: z.string().min(1).max(300),
  /** The Slack message it was made of. */
  permalink: z.url().max(2000).optional(),
  /** What its lines are filed under when they are accepted. */
  story: slugSchema.optional(),
});
export type DraftContent = z.infer<typeof draftContentSchema>;

/**
 * A revision's `was` names the parts that were touched, `proposal 4`, not the lists they stand in: hundreds of lines
 * settled one by one would otherwise be kept hundreds of times.
 */
export const draftSchema = draftContentSchema.extend({ id: draftIdSchema, ...historySchema.shape });
export type Draft = z.infer<typeof draftSchema>;

/** The lists of a draft, each by the word for one of its members. */
export const draftParts = ['proposal', 'entity', 'question'] as const;
export type DraftPart = (typeof draftParts)[number];
export const partLists = { proposal: 'proposals', entity: 'entities', question: 'questions' } as const;

const settled = <P extends DraftPart, Became extends z.ZodType>(part: P, became: Became) =>
  z.strictObject({ part: z.literal(part), at: z.int().nonnegative(), became });

/** One member of a draft and what became of it; `at` counts from 0. */
export const settlementSchema = z.discriminatedUnion('part', [
  settled('proposal', z.union([entryIdSchema, dropped])),
  settled('entity', z.union([slugSchema, dropped])),
  settled('question', z.union([questionIdSchema, dropped])),
]);
export type Settlement = z.infer<typeof settlementSchema>;

/** How many members of each list nobody has decided about. */
export const waitingIn = (draft: Draft): { [P in DraftPart]: number } => ({
  proposal: draft.proposals.filter(({ became }) => became === undefined).length,
  entity: draft.entities.filter(({ became }) => became === undefined).length,
  question: draft.questions.filter(({ became }) => became === undefined).length,
});

export const waits = (draft: Draft): boolean => Object.values(waitingIn(draft)).some((count) => count > 0);
