import type { Bundle, BundleEntry, BundleQuestion } from '../../bundle.ts';
import { successor } from '../../finding/find-topic.ts';
import { foldName } from '../../language/fold-name.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Source } from '../../records/source.ts';
import { recordedAs } from './recorded-as.ts';

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

/** By what a line is known again: where it was first recorded, if an export says so, else its place in the bundle. */
export const originKeyOf = (
  bundle: Pick<Bundle, 'name'>,
  line: Pick<BundleEntry, 'key' | 'origin'> | Pick<BundleQuestion, 'key' | 'originKey'>,
): string => {
  const first = 'origin' in line ? line.origin?.key : 'originKey' in line ? line.originKey : undefined;
  return first ?? `bundle:${bundle.name}:${line.key}`;
};

/** A topic is found under its newest and its older slugs; a merged one leads to its successor. */
export function bundleNames(newsroom: Newsroom, bundle: Bundle): BundleNames {
  const { stories, entities } = newsroom;
  const own = ownNames(bundle);
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
      const origin = own.entry.get(key) ?? originKeyOf(bundle, { key });
      return own.entry.has(key) || recordedAs(newsroom, 'entries', origin) ? origin : undefined;
    },
    candidates: (of) => [...own[of].keys(), ...[...(ofNewsroom[of]?.all() ?? [])].map(({ slug }) => slug)],
  };
}

const gathered = new WeakMap<Bundle, OwnNames>();
type OwnNames = ReturnType<typeof gather>;

/** Gathered once for all the parts in which a bundle is recorded. */
function ownNames(bundle: Bundle): OwnNames {
  const names = gathered.get(bundle) ?? gather(bundle);
  gathered.set(bundle, names);
  return names;
}

const gather = (bundle: Bundle) => ({
  story: new Set(bundle.stories.map((story) => story.slug)),
  entity: new Set(bundle.entities.map((entity) => entity.slug)),
  source: new Set(Object.keys(bundle.sources)),
  entry: new Map(bundle.entries.map((entry) => [entry.key, originKeyOf(bundle, entry)])),
});

function storyKey({ stories }: Newsroom, slug: string): string | undefined {
  const [key] = stories.by.slug.at(slug);
  if (key !== undefined) return key;
  // A story renamed twice keeps its middle slug as an alias.
  const named = stories.where(stories.by.name, foldName(slug));
  return [...named].find((story) => story.aliases.includes(slug))?.slug;
}
