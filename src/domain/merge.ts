import type { ChangeOf } from './change.ts';
import type { Newsroom, Put } from './newsroom.ts';
import { revise } from './records/revise.ts';
import type { Recorded } from './records/revision.ts';

const replaced = (slugs: readonly string[], from: string, to: string): string[] => [
  ...new Set(slugs.map((slug) => (slug === from ? to : slug))),
];

/** The merged story's entries, questions and followers move to its successor; the story itself stays as a name. */
export function mergeStory(
  newsroom: Newsroom,
  { type: name, slug, into }: ChangeOf<'story-merged'>,
  recorded: Recorded,
): Put[] {
  const { entries, questions, subscriptions } = newsroom;
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
    ...[...subscriptions.where(subscriptions.by.topic, `story:${slug}`)].map((subscription): Put => {
      const row = { ...subscription, topic: { kind: 'story' as const, slug: into } };
      return { table: 'subscriptions', key: subscription.id, row };
    }),
  ];
}

/** Everything that named the merged entity names its successor instead. */
export function mergeEntity(
  newsroom: Newsroom,
  { type: name, slug, into }: ChangeOf<'entity-merged'>,
  recorded: Recorded,
): Put[] {
  const { entries, relations, stories, subscriptions } = newsroom;
  const successor = (end: string) => (end === slug ? into : end);
  return [
    ...[...entries.where(entries.by.entity, slug)].map((entry): Put => {
      const set = { entities: replaced(entry.entities, slug, into) };
      return { table: 'entries', key: entry.id, row: revise(entry, set, { name }, recorded) };
    }),
    ...[...relations.where(relations.by.entity, slug)].map((relation): Put => {
      const ends = { subject: successor(relation.subject), object: successor(relation.object) };
      return { table: 'relations', key: relation.id, row: revise(relation, ends, { name }, recorded) };
    }),
    ...[...stories.where(stories.by.entity, slug)].map((story): Put => {
      const roles = story.entities.map((role) => (role.entity === slug ? { ...role, entity: into } : role));
      return {
        table: 'stories',
        key: story.slug,
        row: revise(story, { entities: roles }, { name }, recorded),
      };
    }),
    ...[...subscriptions.where(subscriptions.by.topic, `entity:${slug}`)].map((subscription): Put => {
      const row = { ...subscription, topic: { kind: 'entity' as const, slug: into } };
      return { table: 'subscriptions', key: subscription.id, row };
    }),
  ];
}
