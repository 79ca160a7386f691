import { z } from 'zod';
import { slugSchema } from './identifiers.ts';
import { historySchema } from './revision.ts';

/** The FollowTheMoney names: https://followthemoney.tech/explorer/ */
export const entitySchemata = [
  'Person',
  'Company',
  'Organization',
  'PublicBody',
  'Place',
  'Product',
] as const;

const names = z.array(z.string().trim().min(1).max(120)).max(50).default([]);

export const entityContentSchema = z.strictObject({
  slug: slugSchema,
  schema: z.enum(entitySchemata),
  name: z.string().trim().min(1).max(200),
  aliases: names.describe('what reporters type for it'),
  previousNames: names,
  weakAliases: names.describe('names too common to stand for it alone'),
  summary: z.string().trim().min(1).max(1000).optional(),
  country: z
    .string()
    .regex(/^[a-z]{2}$/, 'a two-letter country code in lower case, like us')
    .optional(),
  wikidataId: z
    .string()
    .regex(/^Q[1-9]\d*$/, 'a Wikidata id like Q44294')
    .optional(),
  website: z
    .url({ protocol: /^https?$/, error: 'an http or https address' })
    .max(2000)
    .optional(),
});
export type EntityContent = z.infer<typeof entityContentSchema>;

export const entitySchema = entityContentSchema.extend({
  mergedInto: slugSchema.optional(),
  ...historySchema.shape,
});
export type Entity = z.infer<typeof entitySchema>;
