import { z } from 'zod';
import { entityContentSchema } from './records/entity.ts';
import { contentSchema, originSchema } from './records/entry.ts';
import { slugSchema } from './records/identifiers.ts';
import { questionContentSchema } from './records/question.ts';
import { relationContentSchema } from './records/relation.ts';
import { sourceSchema } from './records/source.ts';
import { storyContentSchema } from './records/story.ts';

/** Names a line inside its bundle, so that importing the file again finds it and other lines can refer to it. */
const keySchema = slugSchema.describe('this line’s name within the bundle; keep it when you edit the line');

const bundleSources = (most: number) =>
  z
    .array(z.union([keySchema, sourceSchema]))
    .max(most)
    .default([])
    .describe('a source written out, or the key of one of the bundle’s sources');

export const bundleEntrySchema = contentSchema(keySchema, bundleSources(50), {
  key: keySchema,
  origin: originSchema
    .optional()
    .describe('written by an export: a newsroom that has an entry of this origin has this line already'),
});
export type BundleEntry = z.infer<typeof bundleEntrySchema>;

const bundleQuestionSchema = questionContentSchema.extend({
  key: keySchema,
  originKey: z
    .string()
    .min(1)
    .max(300)
    .optional()
    .describe('written by an export, as the origin of an entry is'),
  answeredBy: keySchema.optional().describe('the key of the entry that answers it'),
});
export type BundleQuestion = z.infer<typeof bundleQuestionSchema>;

/** The import format, made for people to write: no numbers, no histories. */
export const bundleSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('slugline-bundle/1'),
  name: slugSchema.describe('identifies the bundle: importing it again adds only what is new'),
  sources: z.record(keySchema, sourceSchema).default({}).describe('sources that several entries share'),
  stories: z.array(storyContentSchema).default([]),
  entities: z.array(entityContentSchema).default([]),
  relations: z.array(relationContentSchema.extend({ sources: bundleSources(20) })).default([]),
  entries: z.array(bundleEntrySchema).default([]),
  questions: z.array(bundleQuestionSchema).default([]),
});
export type Bundle = z.infer<typeof bundleSchema>;
