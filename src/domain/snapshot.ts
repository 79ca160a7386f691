import { z } from 'zod';
import { createNewsroom, type Newsroom, type Rows, type TableName } from './newsroom.ts';
import { alertKey, alertSchema } from './records/alert.ts';
import { deliveryKey, deliverySchema } from './records/delivery.ts';
import { draftSchema } from './records/draft.ts';
import { entitySchema } from './records/entity.ts';
import { entrySchema } from './records/entry.ts';
import { topicKey } from './records/identifiers.ts';
import { questionSchema } from './records/question.ts';
import { readerMarkSchema } from './records/reader.ts';
import { relationSchema } from './records/relation.ts';
import { storySchema } from './records/story.ts';
import { subscriptionSchema } from './records/subscription.ts';
import { postKey, postSchema, threadKey, threadSchema } from './records/thread.ts';
import type { Index, Table } from './table.ts';

/** Every row of a newsroom as of `seq`, table by table. Rows are immutable, so taking one costs only the lists. */
export const snapshotSchema = z.strictObject({
  seq: z.int().nonnegative(),
  tables: z.strictObject({
    stories: z.array(storySchema),
    entities: z.array(entitySchema),
    relations: z.array(relationSchema),
    entries: z.array(entrySchema),
    questions: z.array(questionSchema),
    subscriptions: z.array(subscriptionSchema),
    threads: z.array(threadSchema),
    posts: z.array(postSchema),
    deliveries: z.array(deliverySchema),
    readers: z.array(readerMarkSchema),
    alerts: z.array(alertSchema).default([]),
    drafts: z.array(draftSchema).default([]),
  }),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

const keyOf: { [Name in TableName]: (row: Rows[Name]) => string } = {
  stories: (story) => story.slug,
  entities: (entity) => entity.slug,
  relations: (relation) => relation.id,
  entries: (entry) => entry.id,
  questions: (question) => question.id,
  subscriptions: (subscription) => subscription.id,
  threads: threadKey,
  posts: postKey,
  deliveries: deliveryKey,
  readers: (mark) => `${mark.person}:${topicKey(mark.topic)}`,
  alerts: alertKey,
  drafts: (draft) => draft.id,
};

export const tableNames = Object.keys(keyOf) as TableName[];

export function takeSnapshot(newsroom: Newsroom): Snapshot {
  const tables = Object.fromEntries(tableNames.map((name) => [name, [...newsroom[name].all()]]));
  return { seq: newsroom.seq, tables: tables as unknown as Snapshot['tables'] };
}

export function newsroomFrom({ seq, tables }: Snapshot): Newsroom {
  const newsroom = createNewsroom();
  for (const name of tableNames) {
    const key = keyOf[name] as (row: unknown) => string;
    const table = newsroom[name] as Table<unknown, Record<string, Index<unknown>>>;
    table.fill(tables[name], key);
  }
  newsroom.seq = seq;
  return newsroom;
}
