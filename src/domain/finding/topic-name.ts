import type { Newsroom } from '../newsroom.ts';
import type { Topic } from '../records/identifiers.ts';

/** The name to show: a story's headline, an entity's name. */
export function topicName(newsroom: Newsroom, { kind, slug }: Topic): string {
  const name = kind === 'story' ? newsroom.stories.get(slug)?.headline : newsroom.entities.get(slug)?.name;
  return name ?? slug;
}
