import { z } from 'zod';
import { actorSchema, entryIdSchema } from './identifiers.ts';

/** Somebody read an entry that was corrected or withdrawn since, and has not said yet that they know. */
export const alertSchema = z.object({
  person: actorSchema,
  entry: entryIdSchema,
  /** The first act on it that they have not acknowledged, and the last: counts of its revisions. */
  first: z.int().positive(),
  revision: z.int().positive(),
  /** The last of these acts, as a seq. */
  seq: z.int().positive(),
});
export type Alert = z.infer<typeof alertSchema>;

export const alertKey = ({ person, entry }: Pick<Alert, 'person' | 'entry'>): string => `${person}:${entry}`;
