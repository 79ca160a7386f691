import { z } from 'zod';
import { slugSchema } from './identifiers.ts';
import { historySchema } from './revision.ts';

export const storyStatuses = ['developing', 'active', 'dormant', 'closed'] as const;

/** What an editor says of a story; what it contains is found through its entries. */
export const storyContentSchema = z.strictObject({
  slug: slugSchema.describe('permanent: it keeps working after a rename'),
  headline: z.string().trim().min(1).max(250),
  nutGraf: z.string().trim().min(1).max(1000).optional().describe('why it matters, in one or two sentences'),
  status: z.enum(storyStatuses).default('developing'),
  desk: slugSchema.optional(),
  subjects: z.array(z.string().trim().min(1).max(80)).max(20).default([]),
  aliases: z.array(z.string().trim().min(1).max(120)).max(30).default([]),
  entities: z
    .array(z.strictObject({ entity: slugSchema, role: z.string().trim().min(1).max(120) }))
    .max(50)
    .default([])
    .describe('who is involved and as what, most important first'),
});
export type StoryContent = z.infer<typeof storyContentSchema>;

export const storySchema = storyContentSchema.extend({
  renamedTo: slugSchema.optional(),
  mergedInto: slugSchema.optional(),
  ...historySchema.shape,
});
export type Story = z.infer<typeof storySchema>;

/** The slug to show and to type: the newest name; the first one stays the story's key. */
export const shownSlug = (story: Story): string => story.renamedTo ?? story.slug;
