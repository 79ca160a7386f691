import type { Act, Change, ChangeOf } from './change.ts';
import { editedDraft, settledDraft } from './draft-rows.ts';
import { alertReaders } from './following/alert-readers.ts';
import { everShown } from './following/ever-shown.ts';
import { movedRows } from './following/move-channel.ts';
import { planDeliveries } from './following/plan-deliveries.ts';
import { settled, tried } from './following/trials.ts';
import { mergeEntity, mergeStory } from './merge.ts';
import type { Newsroom, Put } from './newsroom.ts';
import { alertKey } from './records/alert.ts';
import { topicKey } from './records/identifiers.ts';
import { revise } from './records/revise.ts';
import type { Recorded } from './records/revision.ts';
import { postKey, threadKey } from './records/thread.ts';

type Effect<T extends Change['type']> = (
  newsroom: Newsroom,
  change: ChangeOf<T>,
  recorded: Recorded,
) => Put[];
type RevisedTable = 'stories' | 'entities' | 'relations' | 'entries' | 'questions';

/** One revised row. A change to a record that is not there is a damaged journal, never a person's mistake. */
function revised(
  newsroom: Newsroom,
  table: RevisedTable,
  key: string,
  set: { readonly [field: string]: unknown },
  change: { type: string; reason?: string | undefined },
  recorded: Recorded,
): Put[] {
  const record = newsroom[table].get(key);
  if (!record) throw new Error(`${change.type}: ${table} has no ${key}`);
  return [
    { table, key, row: revise(record, set, { name: change.type, reason: change.reason }, recorded) } as Put,
  ];
}

/**
 * A new record. Assigned, not spread: with `{ ...entry, id }` V8 gives every row a hidden class of its own, and reading
 * a field of ten thousand rows takes fifty times as long.
 */
const recordOf = <Told extends object, Named extends object>(told: Told, recorded: Recorded, named?: Named) =>
  Object.assign({}, told, named, recorded, { revisions: [] });

const effects: { [T in Change['type']]: Effect<T> } = {
  'story-opened': (_, { story }, recorded) => [
    { table: 'stories', key: story.slug, row: recordOf(story, recorded) },
  ],
  'story-edited': (newsroom, change, recorded) =>
    revised(newsroom, 'stories', change.slug, change.set, change, recorded),
  'story-renamed': (newsroom, change, recorded) =>
    revised(newsroom, 'stories', change.slug, renaming(newsroom, change), change, recorded),
  'story-merged': (newsroom, change, recorded) => [
    ...revised(newsroom, 'stories', change.slug, { mergedInto: change.into }, change, recorded),
    ...mergeStory(newsroom, change, recorded),
  ],

  'entity-added': (_, { entity }, recorded) => [
    { table: 'entities', key: entity.slug, row: recordOf(entity, recorded) },
  ],
  'entity-edited': (newsroom, change, recorded) =>
    revised(newsroom, 'entities', change.slug, change.set, change, recorded),
  'entity-merged': (newsroom, change, recorded) => [
    ...revised(newsroom, 'entities', change.slug, { mergedInto: change.into }, change, recorded),
    ...mergeEntity(newsroom, change, recorded),
  ],

  'relation-added': (_, { id, relation }, recorded) => [
    { table: 'relations', key: id, row: recordOf(relation, recorded, { id }) },
  ],
  'relation-edited': (newsroom, change, recorded) =>
    revised(newsroom, 'relations', change.id, change.set, change, recorded),

  'entry-added': (_, { id, entry, inBulk }, recorded) => [
    { table: 'entries', key: id, row: recordOf(entry, recorded, { id, ...(inBulk ? { inBulk } : {}) }) },
  ],
  'entry-corrected': (newsroom, change, recorded) =>
    revised(newsroom, 'entries', change.id, change.set, change, recorded),
  'entry-clarified': (newsroom, change, recorded) =>
    revised(newsroom, 'entries', change.id, change.set, change, recorded),
  'entry-verified': (newsroom, change, recorded) => {
    const { verification, sources: added = [] } = change;
    const sources = [...(newsroom.entries.get(change.id)?.sources ?? []), ...added];
    const set = added.length ? { verification, sources } : { verification };
    return revised(newsroom, 'entries', change.id, set, change, recorded);
  },
  'entry-withdrawn': (newsroom, change, recorded) =>
    revised(newsroom, 'entries', change.id, { withdrawn: true }, change, recorded),
  'entry-tagged': (newsroom, change, recorded) => {
    const { stories, entities } = change;
    return revised(newsroom, 'entries', change.id, { stories, entities }, change, recorded);
  },
  'entry-embargoed': (newsroom, change, recorded) =>
    revised(newsroom, 'entries', change.id, { embargoedUntil: change.until }, change, recorded),
  'embargo-lifted': (newsroom, change, recorded) =>
    revised(newsroom, 'entries', change.id, { embargoedUntil: null }, change, recorded),

  'question-asked': (_, { id, question, originKey }, recorded) => [
    {
      table: 'questions',
      key: id,
      row: recordOf(question, recorded, { id, ...(originKey ? { originKey } : {}) }),
    },
  ],
  'question-edited': (newsroom, change, recorded) =>
    revised(newsroom, 'questions', change.id, change.set, change, recorded),
  'question-answered': (newsroom, change, recorded) =>
    revised(newsroom, 'questions', change.id, { answeredBy: change.entry }, change, recorded),

  'draft-made': (_, { id, draft }, recorded) => [
    { table: 'drafts', key: id, row: recordOf(draft, recorded, { id }) },
  ],
  'draft-edited': editedDraft,
  'draft-settled': settledDraft,

  subscribed: (_, { id, subscription }, recorded) => [
    { table: 'subscriptions', key: id, row: Object.assign({}, subscription, { id }, recorded) },
  ],
  'subscription-changed': (newsroom, { id, set }) => changedSubscription(newsroom, id, set),
  'subscription-parked': (newsroom, { id, error }) => changedSubscription(newsroom, id, { parked: error }),
  unsubscribed: (_, { id }) => [{ table: 'subscriptions', key: id, row: undefined }],

  'channel-moved': (newsroom, move) => movedRows(newsroom, move),
  // Its messages went with it: nothing that they show is put right any more.
  'channel-deleted': ({ posts }, { channel }) =>
    [...posts.all()]
      .filter((post) => post.channel === channel)
      .map((post) => ({ table: 'posts', key: postKey(post), row: undefined })),
  'thread-opened': (_, { thread }) => [{ table: 'threads', key: threadKey(thread), row: thread }],
  'thread-closed': closedThread,
  posted: postedMessage,
  'delivery-tried': tried,
  'delivery-settled': settled,
  'delivery-dropped': (_, { delivery }) => [{ table: 'deliveries', key: delivery, row: undefined }],

  looked: (_, { mark }) => [{ table: 'readers', key: `${mark.person}:${topicKey(mark.topic)}`, row: mark }],
  acknowledged: (_, { person, entry }) => [
    { table: 'alerts', key: alertKey({ person, entry }), row: undefined },
  ],
};

/** What a change writes, as data: pure, so a batch can be tried, undone and replayed. */
export function effectsOf(newsroom: Newsroom, change: Change, { seq, at, by }: Omit<Act, 'changes'>): Put[] {
  const effect = effects[change.type] as Effect<Change['type']>;
  const act = { seq, at, by };
  const written = effect(newsroom, change as never, act);
  const owed = planDeliveries(newsroom, change, act, written);
  const alerts = alertReaders(newsroom, change, act, written);
  return owed.length + alerts.length === 0 ? written : [...written, ...owed, ...alerts];
}

/** The old shown slug becomes an alias, so everything typed before the rename still leads here. */
function renaming(newsroom: Newsroom, { slug, to }: ChangeOf<'story-renamed'>) {
  const story = newsroom.stories.get(slug);
  const old = story?.renamedTo;
  return { renamedTo: to, ...(story && old ? { aliases: [...new Set([...story.aliases, old])] } : {}) };
}

function changedSubscription(
  newsroom: Newsroom,
  id: string,
  set: { readonly [field: string]: unknown },
): Put[] {
  const subscription = newsroom.subscriptions.get(id);
  if (!subscription) throw new Error(`subscription ${id} is not there`);
  const entries = Object.entries({ ...subscription, ...set }).filter(([, value]) => value !== null);
  return [{ table: 'subscriptions', key: id, row: Object.fromEntries(entries) as typeof subscription }];
}

/** A subscription that was bound to the thread goes on with a card of its own. */
function closedThread({ subscriptions }: Newsroom, { channel, ts }: ChangeOf<'thread-closed'>): Put[] {
  const bound = [...subscriptions.where(subscriptions.by.channel, channel)].filter(
    ({ boundThread }) => boundThread === ts,
  );
  return [
    { table: 'threads', key: threadKey({ channel, ts }), row: undefined },
    ...bound.map(({ boundThread: _, ...row }): Put => ({ table: 'subscriptions', key: row.id, row })),
  ];
}

/** A message of ours, or one that was edited: an edit settles what was owed when it was drawn, not what came after. */
function postedMessage(
  { posts, threads, deliveries }: Newsroom,
  { post, settles = '', drawnSeq }: ChangeOf<'posted'>,
): Put[] {
  const thread = threads.get(`${post.channel}:${post.threadTs}`);
  const before = posts.get(postKey(post));
  const owed = deliveries.get(settles);
  const isEdit = owed?.what === 'edit' || owed?.what === 'card';
  // A message that is there is not owed again: what it does not show yet is an edit.
  const isSettled = owed !== undefined && (!isEdit || owed.seq <= (drawnSeq ?? owed.seq));
  const puts: (Put | undefined)[] = [
    { table: 'posts', key: postKey(post), row: Object.assign({}, post, { shows: everShown(before, post) }) },
    thread && !before
      ? { table: 'threads', key: threadKey(thread), row: { ...thread, lastAt: post.at } }
      : undefined,
    isSettled ? { table: 'deliveries', key: settles, row: undefined } : undefined,
  ];
  return puts.filter((write) => write !== undefined);
}
