import { foldName } from '../language/fold-name.ts';
import type { Entity } from '../records/entity.ts';
import type { Story } from '../records/story.ts';

const folded = (names: readonly string[]): string[] => [...new Set(names.map(foldName).filter(Boolean))];

/** Every name, folded, under which a person may ask for a topic. Slugs are matched apart, as they are typed. */
export const topicNames = {
  ofStory: (story: Story): string[] => folded([story.headline, ...story.aliases]),
  ofEntity: (entity: Entity): string[] =>
    folded([entity.slug, entity.name, ...entity.aliases, ...entity.previousNames]),
};
