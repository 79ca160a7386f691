import { z } from 'zod';
import { relationIdSchema, slugSchema } from './identifiers.ts';
import { looseDateSchema } from './moment.ts';
import { historySchema } from './revision.ts';
import { sourceSchema } from './source.ts';

/** Reads as a sentence: subject — role — object, "Jim Farley — chief executive of — Ford". */
export const relationContentSchema = z.strictObject({
  subject: slugSchema,
  role: z.string().trim().min(1).max(120),
  object: slugSchema,
  since: looseDateSchema.optional(),
  until: looseDateSchema.optional(),
  sources: z.array(sourceSchema).max(20).default([]),
});
export type RelationContent = z.infer<typeof relationContentSchema>;

export const relationSchema = relationContentSchema.extend({ id: relationIdSchema, ...historySchema.shape });
export type Relation = z.infer<typeof relationSchema>;
