import { findable, searchKeys } from '../finding/search/search-documents.ts';
import type { SearchHit } from '../finding/search/search-query.ts';
import { formatInstant } from '../language/dates.ts';
import type { Sought } from '../language/mark-words.ts';
import { askFor } from '../language/topic-request.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Entity } from '../records/entity.ts';
import type { Entry } from '../records/entry.ts';
import type { Instant } from '../records/moment.ts';
import { type Story, shownSlug } from '../records/story.ts';
import { maySee, type Viewer } from '../rules/embargo.ts';
import { schemaWords } from './entity-page.ts';
import { attributionOf, embargoMark } from './entry-line.ts';
import { markedText } from './marked-text.ts';
import { code, type Inline, italic, joined, type Part } from './page.ts';

export interface Looking {
  viewer: Viewer;
  now: Instant;
  zone: string;
}

interface Asked {
  /** What was typed, read into words and phrases. */
  clauses: readonly (readonly string[])[];
}

/** One thing that was found; `undefined` where this viewer may not see it, or it is no more. */
export function hitPart(
  newsroom: Newsroom,
  { key, words }: SearchHit,
  { clauses, ...looking }: Looking & Asked,
): Part | undefined {
  const sought = soughtIn(words, clauses);
  const table = findable.find((one) => key.startsWith(searchKeys[one](''))) ?? 'entries';
  const id = key.slice(searchKeys[table]('').length);
  if (table === 'stories') {
    const story = newsroom.stories.get(id);
    return story && !story.mergedInto ? storyPart(story, sought, looking) : undefined;
  }
  if (table === 'entities') {
    const entity = newsroom.entities.get(id);
    return entity && !entity.mergedInto ? entityPart(entity, sought) : undefined;
  }
  const entry = newsroom.entries.get(id);
  const isShown = entry && !entry.withdrawn && maySee(entry, looking.viewer, looking.now);
  return isShown ? entryPart(newsroom, entry, sought, looking) : undefined;
}

/** A word that was asked for in a phrase alone is no match where it stands alone. */
function soughtIn(words: readonly string[], clauses: Asked['clauses']): Sought {
  const phrases = clauses.filter(({ length }) => length > 1);
  const alone = clauses.flatMap((clause) => (clause.length === 1 ? clause : []));
  const isAlone = (word: string) =>
    !phrases.some((phrase) => phrase.includes(word)) || alone.some((one) => word.startsWith(one));
  return { words: new Set(words.filter(isAlone)), phrases };
}

function storyPart(story: Story, sought: Sought, { zone }: Looking): Part {
  const facts = [
    code(shownSlug(story)),
    ` · story · ${story.status} · opened ${formatInstant(story.at, zone)}`,
  ];
  return {
    part: 'paragraph',
    text: [
      ...markedText(story.headline, sought),
      '\n',
      ...facts,
      ...alsoNamed(story.aliases, sought),
      ...told(story.nutGraf, sought),
    ],
    button: { label: 'Briefing', command: askFor([{ kind: 'story', slug: story.slug }]) },
  };
}

function entityPart(entity: Entity, sought: Sought): Part {
  const { name, schema, slug, aliases, previousNames, summary } = entity;
  const facts = [code(slug), ` · ${schemaWords[schema]}`];
  return {
    part: 'paragraph',
    text: [
      ...markedText(name, sought),
      '\n',
      ...facts,
      ...alsoNamed([...aliases, ...previousNames], sought),
      ...told(summary, sought),
    ],
    button: { label: 'Briefing', command: askFor([{ kind: 'entity', slug }]) },
  };
}

/** The other names by which it was found. */
function alsoNamed(names: readonly string[], sought: Sought): Inline[] {
  const named = names
    .map((name) => markedText(name, sought, 80))
    .filter((name) => name.some(isBold))
    .slice(0, 2);
  return named.length === 0
    ? []
    : [' · also ', ...named.flatMap((name, at) => (at === 0 ? name : [', ', ...name]))];
}

/** What is said of it, where the words stand in that. */
function told(text: string | undefined, sought: Sought): Inline[] {
  const marked = markedText(text ?? '', sought, 160);
  return marked.some(isBold) ? ['\n', ...marked] : [];
}

const isBold = (inline: Inline): boolean => typeof inline === 'object' && 'style' in inline;

function entryPart(newsroom: Newsroom, entry: Entry, sought: Sought, { now, zone }: Looking): Part {
  const [story] = entry.stories.flatMap((slug) => newsroom.stories.get(slug) ?? []);
  return {
    part: 'paragraph',
    text: [
      ...embargoMark(entry, { now, zone }),
      ...(entry.kind === 'quote' ? ['“'] : []),
      ...markedText(entry.text.replace(/^["“”]+|["“”]+$/g, ''), sought),
      ...(entry.kind === 'quote' ? ['”'] : []),
      '\n',
      ...joined(
        [
          { entry: entry.id },
          story && code(shownSlug(story)),
          entry.kind,
          entry.verification,
          formatInstant(entry.at, zone),
        ],
        ' · ',
      ),
      ' · ',
      ...markedText(attributionOf(entry, newsroom, 120), sought, 120).map((inline) =>
        typeof inline === 'string' && inline.trim() !== '' ? italic(inline) : inline,
      ),
    ],
    button: { label: entry.id, command: entry.id },
  };
}
