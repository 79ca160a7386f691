import { z } from 'zod';
import { actorSchema } from './identifiers.ts';
import { instantSchema } from './moment.ts';

/** Who recorded something, when, and as which act of the journal. */
export const recordedSchema = z.object({
  seq: z.int().positive(),
  at: instantSchema,
  by: actorSchema,
});
export type Recorded = z.infer<typeof recordedSchema>;

/**
 * One later act on a record. `was` holds the fields it changed as they stood before (`null`: not set),
 * so undoing the newest revisions, last first, gives the record as it was at any time.
 */
const revisionSchema = recordedSchema.extend({
  act: z.string().min(1).max(40),
  reason: z.string().max(2000).optional(),
  was: z.record(z.string(), z.unknown()),
});
export type Revision = z.infer<typeof revisionSchema>;

export const historySchema = recordedSchema.extend({ revisions: z.array(revisionSchema) });
export type History = z.infer<typeof historySchema>;
