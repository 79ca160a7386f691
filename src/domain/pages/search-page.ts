import type { SearchFound } from '../finding/search/search-query.ts';
import { searchPageLength } from '../finding/search/search-request.ts';
import { readSearch } from '../language/read-search.ts';
import type { Newsroom } from '../newsroom.ts';
import { bold, counted, type Inline, joined, type Page, type Part } from './page.ts';
import { turning } from './paging.ts';
import { hitPart, type Looking } from './search-hit.ts';
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

/**
 * What was found, best first. The index may be a moment behind: what is shown is asked of the newsroom, and what this
 * viewer may not see is left out of the count, too.
 */
export function searchPage(newsroom: Newsroom, result: SearchResult, looking: Looking): Page {
  const { found, page, asked, reading } = result;
  const read = readSearch(asked);
  const clauses = 'clauses' in read ? read.clauses : [];
  const rows = found.hits.map((hit) => hitPart(newsroom, hit, { ...looking, clauses }));
  const shown = rows.filter((row) => row !== undefined);
  const total = found.total - (rows.length - shown.length);
  const pages = Math.max(1, Math.ceil(total / searchPageLength));
  const place = pages > 1 ? ` · page ${Math.min(page, pages)} of ${pages}` : '';
  return {
    parts: [
      { part: 'title', text: titleOf(asked) },
      {
        part: 'context',
        text: [
          `${total === 0 ? 'Nothing found' : `${total.toLocaleString('en')} found`}${place}`,
          ...recordedBy(asked),
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

/** A person as Slack sends one, which a title cannot show. */
const person = /(?<!\S)by:"?<@([UW][A-Z0-9]+)(?:\|[^>]*)?>"?(?!\S)/gi;

const titleOf = (asked: string): string => {
  const words = asked.replace(person, '').replace(/\s+/g, ' ').trim();
  return words === '' ? 'Search' : `Search: ${words}`;
};

const recordedBy = (asked: string): Inline[] => {
  const people = [...asked.matchAll(person)].map(([, id = '']): Inline => ({ person: id.toUpperCase() }));
  return people.length > 0 ? [' · by ', ...joined(people, ' or ')] : [];
};

const command = (asked: string, page: number): string => `search ${asked}${page > 1 ? ` page:${page}` : ''}`;

const stillReading = (reading: SearchResult['reading']): string[] =>
  reading
    ? [
        ` · I am still reading: ${reading.read.toLocaleString('en')} of ${counted(reading.of, 'record')}. Ask again in a moment for the rest`,
      ]
    : [];

const mostNumbers = 5;

function nothing({ found, asked, page }: SearchResult, total: number): Part[] {
  if (total > 0 || page > 1) return [emptyNote('There is nothing on this page any more.')];
  const near = found.near.map((word) => ({ label: word, command: `search ${word}` }));
  const numbers = [...new Set(asked.toUpperCase().match(/\bE-\d{1,7}\b/g) ?? [])].slice(0, mostNumbers);
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
    ...(numbers.length > 0
      ? [
          { part: 'paragraph' as const, text: ['Entries are asked for by their number:'] },
          { part: 'choices' as const, choices: numbers.map((id) => ({ label: id, command: id })) },
        ]
      : []),
    ...(near.length > 0
      ? [
          { part: 'paragraph' as const, text: [bold('Nearest words on record:')] },
          { part: 'choices' as const, choices: near },
        ]
      : []),
  ];
}
