import type { Bundle } from '../../bundle.ts';
import { successor } from '../../finding/find-topic.ts';
import { foldName } from '../../language/fold-name.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Source } from '../../records/source.ts';

/** What a bundle may refer to: what it holds itself and what the newsroom has. `undefined`: neither. */
export interface BundleNames {
  /** The slug under which the newsroom keeps the story. */
  story(slug: string): string | undefined;
  entity(slug: string): string | undefined;
  source(key: string): Source | undefined;
  /** The origin key of an entry of this bundle, imported now or earlier. */
  entry(key: string): string | undefined;
  /** The words that were perhaps meant by a mistyped one. */
  candidates(of: 'story' | 'entity' | 'source' | 'entry'): string[];
}

export const originKey = (bundle: Pick<Bundle, 'name'>, key: string): string =>
  `bundle:${bundle.name}:${key}`;

/** A topic is found under its newest and its older slugs; a merged one leads to its successor. */
export function bundleNames(newsroom: Newsroom, bundle: Bundle): BundleNames {
  const { stories, entities, entries } = newsroom;
  const own = {
    story: new Set(bundle.stories.map((story) => story.slug)),
    entity: new Set(bundle.entities.map((entity) => entity.slug)),
    source: new Set(Object.keys(bundle.sources)),
    entry: new Set(bundle.entries.map((entry) => entry.key)),
  };
  const ofNewsroom = { story: stories, entity: entities, source: undefined, entry: undefined };
  return {
    story: (slug) => {
      const key = storyKey(newsroom, slug);
      if (key !== undefined) return successor(stories, key);
      return own.story.has(slug) ? slug : undefined;
    },
    entity: (slug) => {
      if (entities.get(slug)) return successor(entities, slug);
      return own.entity.has(slug) ? slug : undefined;
    },
    source: (key) => (own.source.has(key) ? bundle.sources[key] : undefined),
    entry: (key) => {
      const origin = originKey(bundle, key);
      return own.entry.has(key) || entries.by.origin.count(origin) > 0 ? origin : undefined;
    },
    candidates: (of) => [...own[of], ...[...(ofNewsroom[of]?.all() ?? [])].map(({ slug }) => slug)],
  };
}

function storyKey({ stories }: Newsroom, slug: string): string | undefined {
  const [key] = stories.by.slug.at(slug);
  if (key !== undefined) return key;
  // A story renamed twice keeps its middle slug as an alias.
  const named = stories.where(stories.by.name, foldName(slug));
  return [...named].find((story) => story.aliases.includes(slug))?.slug;
}
