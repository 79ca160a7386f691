import { z } from 'zod';
import { actorSchema, entryIdSchema, questionIdSchema, slugSchema } from './identifiers.ts';
import { looseDateSchema } from './moment.ts';
import { historySchema } from './revision.ts';

export const questionContentSchema = z.strictObject({
  story: slugSchema,
  text: z.string().trim().min(1).max(500),
  owner: actorSchema.optional(),
  due: looseDateSchema.optional(),
});
export type QuestionContent = z.infer<typeof questionContentSchema>;

export const questionSchema = questionContentSchema.extend({
  id: questionIdSchema,
  originKey: z.string().max(300).optional(),
  answeredBy: entryIdSchema.optional(),
  ...historySchema.shape,
});
export type Question = z.infer<typeof questionSchema>;
