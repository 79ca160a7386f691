import { z } from 'zod';
import { trialSchema } from './records/delivery.ts';
import { draftContentSchema, settlementSchema } from './records/draft.ts';
import { entityContentSchema } from './records/entity.ts';
import { entryContentSchema, entryPatchSchema, verifications } from './records/entry.ts';
import {
  actorSchema,
  channelIdSchema,
  draftIdSchema,
  entryIdSchema,
  messageTsSchema,
  questionIdSchema,
  relationIdSchema,
  slugSchema,
  subscriptionIdSchema,
} from './records/identifiers.ts';
import { instantSchema } from './records/moment.ts';
import { patchOf } from './records/patch.ts';
import { questionContentSchema } from './records/question.ts';
import { readerMarkSchema } from './records/reader.ts';
import { relationContentSchema } from './records/relation.ts';
import { sourceSchema } from './records/source.ts';
import { storyContentSchema } from './records/story.ts';
import { subscriptionContentSchema } from './records/subscription.ts';
import { postSchema, threadSchema } from './records/thread.ts';

const reason = z.string().trim().min(1).max(2000);
const change = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** The channel is told of it by whom, in the thread where it was asked for if there is one. */
const announce = z.strictObject({ threadTs: messageTsSchema.optional() }).optional();

const { slug: _storyKey, ...editableStory } = storyContentSchema.shape;
const { slug: _entityKey, ...editableEntity } = entityContentSchema.shape;
const { story: _questionStory, ...editableQuestion } = questionContentSchema.shape;
const { topic: _topic, channel: _channel, ...editableSubscription } = subscriptionContentSchema.shape;

/** Everything that can happen to a newsroom. The journal holds these and nothing else. */
export const changeSchema = z.discriminatedUnion('type', [
  change('story-opened', { story: storyContentSchema }),
  change('story-edited', { slug: slugSchema, set: patchOf(editableStory) }),
  change('story-renamed', { slug: slugSchema, to: slugSchema }),
  change('story-merged', { slug: slugSchema, into: slugSchema }),

  change('entity-added', { entity: entityContentSchema }),
  change('entity-edited', { slug: slugSchema, set: patchOf(editableEntity) }),
  change('entity-merged', { slug: slugSchema, into: slugSchema }),

  change('relation-added', { id: relationIdSchema, relation: relationContentSchema }),
  change('relation-edited', { id: relationIdSchema, set: patchOf(relationContentSchema.shape) }),

  change('entry-added', {
    ...{ id: entryIdSchema, entry: entryContentSchema },
    inBulk: z.literal(true).optional(),
  }),
  change('entry-corrected', { id: entryIdSchema, set: entryPatchSchema, reason }),
  change('entry-clarified', { id: entryIdSchema, set: entryPatchSchema, reason: reason.optional() }),
  change('entry-verified', {
    id: entryIdSchema,
    verification: z.enum(verifications),
    sources: z.array(sourceSchema).max(50).optional(),
    reason: reason.optional(),
  }),
  change('entry-withdrawn', { id: entryIdSchema, reason }),
  change('entry-tagged', { id: entryIdSchema, stories: z.array(slugSchema), entities: z.array(slugSchema) }),
  change('entry-embargoed', { id: entryIdSchema, until: instantSchema }),
  change('embargo-lifted', { id: entryIdSchema }),

  change('question-asked', {
    id: questionIdSchema,
    question: questionContentSchema,
    originKey: z.string().max(300).optional(),
  }),
  change('question-edited', { id: questionIdSchema, set: patchOf(editableQuestion) }),
  change('question-answered', { id: questionIdSchema, entry: entryIdSchema }),

  change('draft-made', { id: draftIdSchema, draft: draftContentSchema }),
  /** Filed under a story, or one of its lines put otherwise. */
  change('draft-edited', {
    id: draftIdSchema,
    story: slugSchema.optional(),
    proposal: z.strictObject({ at: z.int().nonnegative(), content: entryContentSchema }).optional(),
  }),
  change('draft-settled', { id: draftIdSchema, settled: z.array(settlementSchema).min(1) }),

  change('subscribed', { id: subscriptionIdSchema, subscription: subscriptionContentSchema, announce }),
  change('subscription-changed', { id: subscriptionIdSchema, set: patchOf(editableSubscription), announce }),
  change('subscription-parked', { id: subscriptionIdSchema, error: z.string().max(100).nullable() }),
  change('unsubscribed', { id: subscriptionIdSchema, announce }),

  change('channel-moved', { from: channelIdSchema, to: channelIdSchema }),
  change('channel-deleted', { channel: channelIdSchema }),
  change('thread-opened', { thread: threadSchema }),
  change('thread-closed', { channel: channelIdSchema, ts: messageTsSchema }),
  change('posted', {
    post: postSchema,
    settles: z.string().max(200).optional(),
    /** The newsroom's seq when the message was drawn: what came to be owed after that, it does not settle. */
    drawnSeq: z.int().nonnegative().optional(),
  }),
  change('delivery-tried', { delivery: z.string().max(200), trial: trialSchema }),
  change('delivery-settled', { delivery: z.string().max(200) }),
  change('delivery-dropped', { delivery: z.string().max(200), reason }),

  change('looked', { mark: readerMarkSchema }),
  change('acknowledged', { person: actorSchema, entry: entryIdSchema }),
]);
export type Change = z.infer<typeof changeSchema>;
export type ChangeOf<T extends Change['type']> = Extract<Change, { type: T }>;

/** One act of one person: all its changes stand or fall together, on one line of the journal. */
export const actSchema = z.strictObject({
  seq: z.int().positive(),
  at: instantSchema,
  by: actorSchema,
  changes: z.array(changeSchema).min(1),
});
export type Act = z.infer<typeof actSchema>;
