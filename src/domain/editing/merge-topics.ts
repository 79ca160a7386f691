import type { Change } from '../change.ts';
import { topicName } from '../finding/topic-name.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Problem } from '../problem.ts';
import type { Topic } from '../records/identifiers.ts';
import { movedProblem } from './edited-record.ts';

/**
 * Puts one story, or one entity, into another of its kind. Entries, questions, relations, threads and followers
 * move, and the names of the one lead to the other from now on.
 */
export const mergeTopics =
  (topic: Topic, into: Topic) =>
  (newsroom: Newsroom): Change[] | Problem => {
    const name = topicName(newsroom, topic);
    if (topic.kind !== into.kind)
      return {
        problem: 'wrong-kind',
        typed: into.slug,
        found: { topic: into, name: topicName(newsroom, into) },
      };
    if (topic.slug === into.slug) return { problem: 'same-topic', name };
    const moved =
      movedProblem(newsroom, topic.kind, topic.slug, undefined) ??
      movedProblem(newsroom, into.kind, into.slug, undefined);
    if (moved) return moved;
    return topic.kind === 'story'
      ? [
          { type: 'story-merged', slug: topic.slug, into: into.slug },
          ...sharedCast(newsroom, topic.slug, into.slug),
        ]
      : [{ type: 'entity-merged', slug: topic.slug, into: into.slug }];
  };

const largestCast = 50;

/** Those who play a part in the one story play it in the other; who has one there already keeps that. */
function sharedCast({ stories }: Newsroom, slug: string, into: string): Change[] {
  const [from, to] = [stories.get(slug)?.entities ?? [], stories.get(into)?.entities ?? []];
  const missing = from.filter(({ entity }) => !to.some((role) => role.entity === entity));
  if (missing.length === 0) return [];
  return [{ type: 'story-edited', slug: into, set: { entities: [...to, ...missing].slice(0, largestCast) } }];
}
