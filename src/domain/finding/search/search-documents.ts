import type { Newsroom } from '../../newsroom.ts';
import type { Entity } from '../../records/entity.ts';
import type { Entry } from '../../records/entry.ts';
import type { Story } from '../../records/story.ts';
import type { SearchDocument } from './search-query.ts';

export const findable = ['stories', 'entities', 'entries'] as const;
export type Findable = (typeof findable)[number];

export const searchKeys: { readonly [T in Findable]: (key: string) => string } = {
  stories: (slug) => `story:${slug}`,
  entities: (slug) => `entity:${slug}`,
  entries: (id) => `entry:${id}`,
};

/** Words that fold alike are said once: a headline makes the slug, and twice is no more. */
const once = (names: readonly (string | undefined)[]): string[] =>
  [...new Set(names.filter((name) => name !== undefined && name !== ''))] as string[];

/** The names of what was merged into a record lead to it. */
type Absorbed = readonly string[];

const storyNames = ({ headline, aliases, slug, renamedTo }: Story): string[] =>
  once([headline, ...aliases, slug, renamedTo]);

const entityNames = ({ name, aliases, previousNames, weakAliases, slug }: Entity): string[] =>
  once([name, ...aliases, ...previousNames, ...weakAliases, slug]);

function storyDocument(story: Story, absorbed: Absorbed): SearchDocument {
  const { slug, nutGraf = '', subjects, entities, by, at } = story;
  return {
    key: searchKeys.stories(slug),
    names: once([...storyNames(story), ...absorbed]),
    text: [nutGraf, ...subjects].join(' '),
    marks: once([`story:${slug}`, ...entities.map(({ entity }) => `entity:${entity}`), `by:${by}`]),
    at,
  };
}

function entityDocument(entity: Entity, absorbed: Absorbed): SearchDocument {
  const { slug, summary = '', by, at } = entity;
  return {
    key: searchKeys.entities(slug),
    names: once([...entityNames(entity), ...absorbed]),
    text: summary,
    marks: [`entity:${slug}`, `by:${by}`],
    at,
  };
}

function entryDocument(entry: Entry): SearchDocument {
  const { id, stories, entities, kind, verification, by, at, text, attribution = '' } = entry;
  const said = entry.kind === 'quote' ? entry.speaker : '';
  const measured = entry.kind === 'figure' ? entry.figure.metric : '';
  return {
    key: searchKeys.entries(id),
    names: [],
    text: [text, attribution, said, measured].filter(Boolean).join(' \n '),
    marks: [
      ...stories.map((slug) => `story:${slug}`),
      ...entities.map((slug) => `entity:${slug}`),
      ...[`kind:${kind}`, `verification:${verification}`, `by:${by}`],
    ],
    at,
    ...(entry.embargoedUntil === undefined ? {} : { isHeld: true }),
  };
}

/** Whether a row is found by nobody, or not by readers. */
export function isHidden(newsroom: Pick<Newsroom, Findable>, table: Findable, key: string): boolean {
  if (table !== 'entries') {
    const topic = newsroom[table].get(key);
    return !topic || topic.mergedInto !== undefined;
  }
  const entry = newsroom.entries.get(key);
  return !entry || entry.withdrawn !== undefined || entry.embargoedUntil !== undefined;
}

/** What a row is found by; `undefined` for what is not to be found: withdrawn, or merged into another. */
export function documentOf(
  newsroom: Pick<Newsroom, Findable>,
  table: Findable,
  key: string,
  absorbed: readonly string[] = [],
): SearchDocument | undefined {
  if (table === 'entries') {
    const entry = newsroom.entries.get(key);
    return entry && !entry.withdrawn ? entryDocument(entry) : undefined;
  }
  if (table === 'stories') {
    const story = newsroom.stories.get(key);
    const names = absorbed.flatMap((slug) => namesOf(newsroom.stories.get(slug), storyNames));
    return story && !story.mergedInto ? storyDocument(story, names) : undefined;
  }
  const entity = newsroom.entities.get(key);
  const names = absorbed.flatMap((slug) => namesOf(newsroom.entities.get(slug), entityNames));
  return entity && !entity.mergedInto ? entityDocument(entity, names) : undefined;
}

const namesOf = <Row>(row: Row | undefined, names: (row: Row) => string[]): string[] =>
  row ? names(row) : [];
