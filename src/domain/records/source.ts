import { z } from 'zod';
import { looseDateSchema } from './moment.ts';

export const sourceKinds = ['named', 'unnamed', 'document', 'publication'] as const;
export const groundRules = ['record', 'background', 'deep-background', 'unknown'] as const;

/**
 * Where an entry comes from. There is no field for the name of an unnamed source, on purpose;
 * off-the-record material is refused, so it has no ground rule here.
 */
export const sourceSchema = z.strictObject({
  kind: z.enum(sourceKinds),
  label: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .describe('as a reader would see it: "Ford spokesperson", "SEC filing"'),
  count: z
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe('how many unnamed people: 4 for "four people familiar"'),
  groundRules: z.enum(groundRules).default('unknown'),
  publisher: z.string().trim().min(1).max(200).optional(),
  url: z
    .url({ protocol: /^https?$/, error: 'an http or https address' })
    .max(2000)
    .optional(),
  publishedAt: looseDateSchema.optional(),
  origin: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('whose reporting this repeats; a source that repeats another origin is a pick-up'),
});
export type Source = z.infer<typeof sourceSchema>;
