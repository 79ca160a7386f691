import { foldName } from '../language/fold-name.ts';
import type { Newsroom } from '../newsroom.ts';
import type { TopicChoice } from '../problem.ts';
import type { Topic } from '../records/identifiers.ts';
import { shownSlug } from '../records/story.ts';
import { currentTopics } from './named-topic.ts';
import { topicName } from './topic-name.ts';

/** A name that leads to more than one topic: whoever types it is asked which is meant. */
export interface SharedName {
  name: string;
  /** The others that bear it. */
  others: TopicChoice[];
}

/** The names of a topic that others have, too. That is allowed, and said when it comes about. */
export function sharedNames(newsroom: Newsroom, { kind, slug }: Topic): SharedName[] {
  const names = kind === 'story' ? storyNames(newsroom, slug) : entityNames(newsroom, slug);
  const byFolded = new Map(names.map((name) => [foldName(name), name]));
  return [...byFolded].flatMap(([folded, name]) => {
    const others = bearers(newsroom, folded).filter((other) => other.kind !== kind || other.slug !== slug);
    if (others.length === 0) return [];
    return [{ name, others: others.map((topic) => ({ topic, name: topicName(newsroom, topic) })) }];
  });
}

function storyNames({ stories }: Newsroom, slug: string): string[] {
  const story = stories.get(slug);
  return story ? [story.slug, shownSlug(story), story.headline, ...story.aliases] : [];
}

function entityNames({ entities }: Newsroom, slug: string): string[] {
  const entity = entities.get(slug);
  return entity ? [entity.slug, ...entity.aliases, ...entity.previousNames, entity.name] : [];
}

function bearers(newsroom: Newsroom, folded: string): Topic[] {
  const { stories, entities } = newsroom;
  const slugs = stories.by.slug.at(folded.replaceAll(' ', '-'));
  return currentTopics(newsroom, [
    ...[...slugs, ...stories.by.name.at(folded)].map((slug): Topic => ({ kind: 'story', slug })),
    ...[...entities.by.name.at(folded)].map((slug): Topic => ({ kind: 'entity', slug })),
  ]);
}
