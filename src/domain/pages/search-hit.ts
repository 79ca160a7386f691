import { findable, searchKeys } from '../finding/search/search-documents.ts';
import type { SearchHit } from '../finding/search/search-query.ts';
import { formatInstant } from '../language/dates.ts';
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

/** One thing that was found; `undefined` where this viewer may not see it, or it is no more. */
export function hitPart(newsroom: Newsroom, { key, words }: SearchHit, looking: Looking): Part | undefined {
  const table = findable.find((one) => key.startsWith(searchKeys[one](''))) ?? 'entries';
  const id = key.slice(searchKeys[table]('').length);
  if (table === 'stories') {
    const story = newsroom.stories.get(id);
    return story && !story.mergedInto ? storyPart(story, words, looking) : undefined;
  }
  if (table === 'entities') {
    const entity = newsroom.entities.get(id);
    return entity && !entity.mergedInto ? entityPart(entity, words) : undefined;
  }
  const entry = newsroom.entries.get(id);
  const isShown = entry && !entry.withdrawn && maySee(entry, looking.viewer, looking.now);
  return isShown ? entryPart(newsroom, entry, words, looking) : undefined;
}

function storyPart(story: Story, words: readonly string[], { zone }: Looking): Part {
  const facts = [
    code(shownSlug(story)),
    ` · story · ${story.status} · opened ${formatInstant(story.at, zone)}`,
  ];
  return {
    part: 'paragraph',
    text: [
      ...markedText(story.headline, words),
      '\n',
      ...facts,
      ...alsoNamed(story.aliases, words),
      ...told(story.nutGraf, words),
    ],
    button: { label: 'Briefing', command: askFor([{ kind: 'story', slug: story.slug }]) },
  };
}

function entityPart(entity: Entity, words: readonly string[]): Part {
  const { name, schema, slug, aliases, previousNames, summary } = entity;
  const facts = [code(slug), ` · ${schemaWords[schema]}`];
  return {
    part: 'paragraph',
    text: [
      ...markedText(name, words),
      '\n',
      ...facts,
      ...alsoNamed([...aliases, ...previousNames], words),
      ...told(summary, words),
    ],
    button: { label: 'Briefing', command: askFor([{ kind: 'entity', slug }]) },
  };
}

/** The other names by which it was found. */
function alsoNamed(names: readonly string[], words: readonly string[]): Inline[] {
  const named = names
    .map((name) => markedText(name, words, 80))
    .filter((name) => name.some(isBold))
    .slice(0, 2);
  return named.length === 0
    ? []
    : [' · also ', ...named.flatMap((name, at) => (at === 0 ? name : [', ', ...name]))];
}

/** What is said of it, where the words stand in that. */
function told(text: string | undefined, words: readonly string[]): Inline[] {
  const marked = markedText(text ?? '', words, 160);
  return marked.some(isBold) ? ['\n', ...marked] : [];
}

const isBold = (inline: Inline): boolean => typeof inline === 'object' && 'style' in inline;

function entryPart(newsroom: Newsroom, entry: Entry, words: readonly string[], { now, zone }: Looking): Part {
  const [story] = entry.stories.flatMap((slug) => newsroom.stories.get(slug) ?? []);
  return {
    part: 'paragraph',
    text: [
      ...embargoMark(entry, { now, zone }),
      ...(entry.kind === 'quote' ? ['“'] : []),
      ...markedText(entry.text.replace(/^["“”]+|["“”]+$/g, ''), words),
      ...(entry.kind === 'quote' ? ['”'] : []),
      '\n',
      ...joined(
        [
          { entry: entry.id },
          story && code(shownSlug(story)),
          entry.kind,
          entry.verification,
          formatInstant(entry.at, zone),
          italic(attributionOf(entry, newsroom, 120)),
        ],
        ' · ',
      ),
    ],
    button: { label: entry.id, command: entry.id },
  };
}
