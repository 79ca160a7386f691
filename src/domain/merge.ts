import type { ChangeOf } from './change.ts';
import type { Newsroom, Put } from './newsroom.ts';
import type { Entry } from './records/entry.ts';
import { type Topic, topicKey } from './records/identifiers.ts';
import { revise } from './records/revise.ts';
import type { Recorded } from './records/revision.ts';
import type { Subscription } from './records/subscription.ts';
import { postKey, threadKey } from './records/thread.ts';

const replaced = (slugs: readonly string[], from: string, to: string): string[] => [
  ...new Set(slugs.map((slug) => (slug === from ? to : slug))),
];

/** The merged story's entries, questions and followers move to its successor; the story itself stays as a name. */
export function mergeStory(
  newsroom: Newsroom,
  { type: name, slug, into }: ChangeOf<'story-merged'>,
  recorded: Recorded,
): Put[] {
  const { entries, questions } = newsroom;
  return [
    ...[...entries.where(entries.by.story, slug)].map((entry): Put => {
      const set = { stories: replaced(entry.stories, slug, into) };
      return { table: 'entries', key: entry.id, row: revise(entry, set, { name }, recorded) };
    }),
    ...[...questions.where(questions.by.story, slug)].map((question): Put => {
      return {
        table: 'questions',
        key: question.id,
        row: revise(question, { story: into }, { name }, recorded),
      };
    }),
    ...followers(newsroom, { kind: 'story', slug }, into),
  ];
}

/** Everything that named the merged entity names its successor instead. */
export function mergeEntity(
  newsroom: Newsroom,
  { type: name, slug, into }: ChangeOf<'entity-merged'>,
  recorded: Recorded,
): Put[] {
  const { entries, relations, stories } = newsroom;
  const successor = (end: string) => (end === slug ? into : end);
  return [
    // Whoever speaks or answers need not be tagged, so every entry is looked at.
    ...[...entries.all()].flatMap((entry): Put[] => {
      const set = withSuccessor(entry, slug, into);
      if (Object.keys(set).length === 0) return [];
      return [{ table: 'entries', key: entry.id, row: revise(entry, set, { name }, recorded) }];
    }),
    ...[...relations.where(relations.by.entity, slug)].map((relation): Put => {
      const ends = { subject: successor(relation.subject), object: successor(relation.object) };
      return { table: 'relations', key: relation.id, row: revise(relation, ends, { name }, recorded) };
    }),
    ...[...stories.where(stories.by.entity, slug)].map((story): Put => {
      const cast = story.entities.map((role) => (role.entity === slug ? { ...role, entity: into } : role));
      // Both roles are kept, unless they are the same.
      const set = {
        entities: [...new Map(cast.map((role) => [`${role.entity} ${role.role}`, role])).values()],
      };
      return { table: 'stories', key: story.slug, row: revise(story, set, { name }, recorded) };
    }),
    ...filtered(newsroom, { slug, into }, followers(newsroom, { kind: 'entity', slug }, into)),
  ];
}

/** What names the merged entity in an entry: its tags, who said it, who answers. */
function withSuccessor(entry: Entry, slug: string, into: string): { [field: string]: unknown } {
  const isTagged = entry.entities.includes(slug);
  const speaks = entry.kind === 'quote' && entry.speaker === slug;
  const answers = entry.kind === 'response' && entry.response.entity === slug;
  return {
    ...(isTagged ? { entities: replaced(entry.entities, slug, into) } : {}),
    ...(speaks ? { speaker: into } : {}),
    ...(answers ? { response: { ...entry.response, entity: into } } : {}),
  };
}

/**
 * Subscriptions, threads and cards follow the topic that took this one's place. A channel that followed both keeps its
 * subscription to that one, from when it first followed either.
 */
function followers({ subscriptions, threads, posts }: Newsroom, { kind, slug }: Topic, into: string): Put[] {
  const topic = { kind, slug: into };
  const key = topicKey({ kind, slug });
  const kept = new Map(
    [...subscriptions.where(subscriptions.by.topic, topicKey(topic))].map((one) => [one.channel, one]),
  );
  return [
    ...[...subscriptions.where(subscriptions.by.topic, key)].flatMap((subscription): Put[] => {
      const { id, channel, seq } = subscription;
      const other = kept.get(channel);
      if (!other) return [{ table: 'subscriptions', key: id, row: { ...subscription, topic } }];
      const row = { ...other, seq: Math.min(seq, other.seq) };
      return [
        { table: 'subscriptions', key: id, row: undefined },
        { table: 'subscriptions', key: other.id, row },
      ];
    }),
    ...[...threads.where(threads.by.about, key)].map((thread): Put => {
      return { table: 'threads', key: threadKey(thread), row: { ...thread, topic } };
    }),
    // Those whose threads are closed, too: the next card links back to the last one.
    ...[...posts.where(posts.by.cardAbout, key)].map((post): Put => {
      return { table: 'posts', key: postKey(post), row: { ...post, topics: [topic] } };
    }),
  ];
}

/** Filters that named the merged entity name its successor; what would then be both asked for and left out stays in. */
function filtered(
  { subscriptions }: Newsroom,
  { slug, into }: { slug: string; into: string },
  moved: readonly Put[],
): Put[] {
  const renamed = (subscription: Subscription): Subscription => {
    const { topic, withEntities, withoutEntities } = subscription;
    const only = withEntities && replaced(withEntities, slug, into);
    const asked = [...(only ?? []), ...(topic.kind === 'entity' ? [topic.slug] : [])];
    return {
      ...subscription,
      ...(only ? { withEntities: only } : {}),
      withoutEntities: replaced(withoutEntities, slug, into).filter((one) => !asked.includes(one)),
    };
  };
  const isMoved = new Set(moved.map(({ table, key }) => `${table} ${key}`));
  const others = [...subscriptions.all()].filter(
    ({ id, withEntities = [], withoutEntities }) =>
      !isMoved.has(`subscriptions ${id}`) && [...withEntities, ...withoutEntities].includes(slug),
  );
  return [
    ...moved.map((write) =>
      write.table === 'subscriptions' && write.row ? { ...write, row: renamed(write.row) } : write,
    ),
    ...others.map((one): Put => ({ table: 'subscriptions', key: one.id, row: renamed(one) })),
  ];
}
