import { z } from 'zod';
import { entryIdSchema, slugSchema } from './identifiers.ts';
import { instantSchema, looseDateSchema, momentSchema } from './moment.ts';
import { patchOf } from './patch.ts';
import { historySchema } from './revision.ts';
import { sourceSchema } from './source.ts';

export const entryKinds = ['fact', 'figure', 'quote', 'event', 'response', 'background'] as const;
export const verifications = ['unverified', 'reported', 'corroborated', 'confirmed'] as const;
export const stances = ['confirms', 'denies', 'declines', 'no-reply'] as const;

export type EntryKind = (typeof entryKinds)[number];
export type Verification = (typeof verifications)[number];
export type Stance = (typeof stances)[number];

export const figureSchema = z.strictObject({
  metric: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .describe('what is counted: "share of global battery production capacity"'),
  amount: z.number(),
  unit: z.string().trim().min(1).max(40),
  bound: z.enum(['about', 'over', 'under']).optional().describe('"over 80 percent": the amount is a bound'),
  asOf: looseDateSchema.optional(),
});
export type Figure = z.infer<typeof figureSchema>;

const speakerSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .describe('slug of the entity who said it, or the name as typed');

const responseSchema = <Ref extends z.ZodType>(reference: Ref) =>
  z.strictObject({ entity: slugSchema, respondsTo: reference.optional(), stance: z.enum(stances) });

/** Why an entry is here and may be added only once: the message, form or bundle line it came from. */
export const originSchema = z.strictObject({
  key: z.string().min(1).max(300),
  permalink: z.url().max(2000).optional(),
});

const entrySources = z.array(sourceSchema).max(50).default([]);

const sharedFields = {
  stories: z.array(slugSchema).max(20).default([]),
  entities: z.array(slugSchema).max(50).default([]),
  text: z.string().trim().min(1).max(3000),
  attribution: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .optional()
    .describe('verbatim: "citing four people familiar with the talks"'),
  verification: z.enum(verifications).default('unverified'),
  occurred: momentSchema.optional(),
  urgency: z.int().min(1).max(9).optional(),
  embargoedUntil: instantSchema.optional(),
};

/**
 * The six kinds of entry. A bundle refers to sources and to other entries (`respondsTo`) by key;
 * in the journal sources are written out and entries have ids.
 */
export function contentSchema<Ref extends z.ZodType, Sources extends z.ZodType, Extra extends z.ZodRawShape>(
  reference: Ref,
  sources: Sources,
  extra: Extra,
) {
  const kind = <K extends EntryKind, Own extends z.ZodRawShape>(name: K, own: Own) =>
    z.strictObject({ kind: z.literal(name), ...sharedFields, sources, ...own, ...extra });
  return z.discriminatedUnion('kind', [
    kind('fact', {}),
    kind('event', {}),
    kind('background', {}),
    kind('figure', { figure: figureSchema }),
    kind('quote', { speaker: speakerSchema }),
    kind('response', { response: responseSchema(reference) }),
  ]);
}

export const entryContentSchema = contentSchema(entryIdSchema, entrySources, {
  origin: originSchema.optional(),
});
/** What an editor says: everything but the number and the history, which the journal gives. */
export type EntryContent = z.infer<typeof entryContentSchema>;

export const entrySchema = contentSchema(entryIdSchema, entrySources, {
  origin: originSchema.optional(),
  id: entryIdSchema,
  withdrawn: z.boolean().optional(),
  /** Recorded together with so many others that it is history to whoever follows. */
  inBulk: z.literal(true).optional(),
  ...historySchema.shape,
});
export type Entry = z.infer<typeof entrySchema>;

/** An entry that says nothing of its urgency is in the middle of ninjs's 1 to 9. */
export const urgencyOf = ({ urgency }: { urgency?: number | undefined }): number => urgency ?? 5;

/** What somebody said of it, without what the journal gave it. */
export function contentOf(entry: Entry): EntryContent {
  const { id: _id, withdrawn: _withdrawn, inBulk: _inBulk, ...told } = entry;
  const { seq: _seq, at: _at, by: _by, revisions: _revisions, ...content } = told;
  return content;
}

/** What a correction or clarification sets; the result must still be a whole entry of its kind. */
export const entryPatchSchema = patchOf({
  kind: z.enum(entryKinds),
  ...sharedFields,
  sources: entrySources,
  figure: figureSchema,
  speaker: speakerSchema,
  response: responseSchema(entryIdSchema),
});
export type EntryPatch = z.infer<typeof entryPatchSchema>;
