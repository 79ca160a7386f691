import { findable, searchKeys } from '../finding/search/search-documents.ts';
import type { SearchFound, SearchHit } from '../finding/search/search-query.ts';
import { searchPageLength } from '../finding/search/search-request.ts';
import { formatInstant } from '../language/dates.ts';
import { askFor } from '../language/topic-request.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Entity } from '../records/entity.ts';
import type { Entry } from '../records/entry.ts';
import type { Instant } from '../records/moment.ts';
import { type Story, shownSlug } from '../records/story.ts';
import { maySee, type Viewer } from '../rules/embargo.ts';
import { attributionOf, embargoMark } from './entry-line.ts';
import { markedText } from './marked-text.ts';
import { bold, code, counted, type Inline, italic, joined, type Page, type Part } from './page.ts';
import { turning } from './paging.ts';
import { emptyNote, shareButton } from './shared-parts.ts';

/** What the index found, and how far it has read. */
export interface SearchResult {
  found: SearchFound;
  page: number;
  /** The words that ask for the first page. */
  asked: string;
  /** The index is still being read: so many of so many. */
  reading?: { read: number; of: number };
}

interface Looking {
  viewer: Viewer;
  now: Instant;
  zone: string;
}

/**
 * What was found, best first. The index may be a moment behind: what is shown is asked of the newsroom, and what this
 * viewer may not see is left out of the count, too.
 */
export function searchPage(newsroom: Newsroom, result: SearchResult, looking: Looking): Page {
  const { found, page, asked, reading } = result;
  const rows = found.hits.map((hit) => hitPart(newsroom, hit, looking));
  const shown = rows.filter((row) => row !== undefined);
  const total = found.total - (rows.length - shown.length);
  const pages = Math.max(1, Math.ceil(total / searchPageLength));
  const place = pages > 1 ? ` · page ${Math.min(page, pages)} of ${pages}` : '';
  return {
    parts: [
      { part: 'title', text: `Search: ${asked}` },
      {
        part: 'context',
        text: [
          `${total === 0 ? 'Nothing found' : `${total.toLocaleString('en')} found`}${place}`,
          ...stillReading(reading),
        ],
      },
      ...(found.isLoose && total > 0
        ? [emptyNote('Nothing has all of these words; this has some of them.')]
        : []),
      ...(shown.length === 0 ? nothing(result, total) : shown),
      ...(shown.length > 0 || page > 1
        ? turning(Math.min(page, pages + 1), pages, (other) => command(asked, other))
        : []),
      ...(shown.length > 0
        ? [{ part: 'buttons' as const, buttons: [shareButton(command(asked, page))] }]
        : []),
    ],
  };
}

const command = (asked: string, page: number): string => `search ${asked}${page > 1 ? ` page:${page}` : ''}`;

const stillReading = (reading: SearchResult['reading']): string[] =>
  reading
    ? [
        ` · I am still reading: ${reading.read.toLocaleString('en')} of ${counted(reading.of, 'record')}. Ask again in a moment for the rest`,
      ]
    : [];

function nothing({ found, asked, page }: SearchResult, total: number): Part[] {
  if (total > 0 || page > 1) return [emptyNote('There is nothing on this page any more.')];
  const near = found.near.map((word) => ({ label: word, command: `search ${word}` }));
  return [
    {
      part: 'paragraph',
      text: [
        'Try fewer or other words, the beginning of a word',
        ...(asked.includes('"') ? [', or the words without quotes'] : []),
        ...(/\w:\S/.test(asked) ? [', or leave out a filter'] : []),
        '.',
      ],
    },
    ...(near.length > 0
      ? [
          { part: 'paragraph' as const, text: [bold('Nearest words on record:')] },
          { part: 'choices' as const, choices: near },
        ]
      : []),
  ];
}

function hitPart(newsroom: Newsroom, { key, words }: SearchHit, looking: Looking): Part | undefined {
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

const schemaWords: { readonly [S in Entity['schema']]: string } = {
  Person: 'person',
  Company: 'company',
  Organization: 'organization',
  PublicBody: 'public body',
  Place: 'place',
  Product: 'product',
};

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
