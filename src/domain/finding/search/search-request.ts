import { backfill } from '../../following/wants-entry.ts';
import { instantOf, msBetween } from '../../language/dates.ts';
import { readSpan } from '../../language/read-as-of.ts';
import { readPerson } from '../../language/read-person.ts';
import { type Listed, readSearch } from '../../language/read-search.ts';
import type { Newsroom } from '../../newsroom.ts';
import { isProblem, type Problem } from '../../problem.ts';
import type { Topic } from '../../records/identifiers.ts';
import type { Instant } from '../../records/moment.ts';
import type { Viewer } from '../../rules/embargo.ts';
import { includes } from '../../rules/permissions.ts';
import { namedTopic } from '../named-topic.ts';
import type { SearchQuery } from './search-query.ts';

/** What is asked of the index, and how to ask for another page of it. */
export interface SearchRequest {
  query: SearchQuery;
  page: number;
  /** The words that ask for the first page. */
  asked: string;
}

export interface SearchAsking {
  newsroom: Newsroom;
  viewer: Viewer;
  now: Instant;
  zone: string;
  person?: string;
}

export const searchPageLength = 8;
/** Nobody turns so many pages; what is further down is found with one more word. */
const mostPages = 50;

/** Reads a search; what it names that is not there is said in its own words. */
export function readSearchRequest(typed: string, asking: SearchAsking): SearchRequest | Problem {
  const read = readSearch(typed);
  if ('expected' in read) return faulty(read.part, read.expected);
  const marks = filtersIn(read, asking);
  if (isProblem(marks)) return marks;
  const without = filtersIn(read.without, asking);
  if (isProblem(without)) return without;
  const since = read.since === undefined ? undefined : readSince(read.since, asking);
  if (isProblem(since)) return since;
  const until = read.until === undefined ? undefined : readUntil(read.until, asking);
  if (isProblem(until)) return until;
  if (since && until && until <= since)
    return faulty(`until:${read.until}`, `a time after since:${read.since}`);
  const isBare = marks.length + without.length === 0 && !since && !until;
  if (read.clauses.length === 0 && isBare)
    return {
      problem: 'words-missing',
      missing: 'what to look for',
      example: 'search "joint venture" since:7d',
    };
  const page = Math.min(read.page, mostPages);
  return {
    query: {
      clauses: read.clauses,
      marks,
      ...(without.length > 0 ? { without: without.flat() } : {}),
      ...(since ? { since } : {}),
      ...(until ? { until } : {}),
      seesHeld: includes(asking.viewer.role, 'editor'),
      from: (page - 1) * searchPageLength,
      most: searchPageLength,
    },
    page,
    asked: read.asked,
  };
}

const faulty = (part: string, expected: string): Problem => ({
  problem: 'unreadable-filter',
  part,
  expected,
  example: 'search "joint venture" since:7d kind:quote',
});

type Marks = (read: Listed, asking: SearchAsking) => string[] | undefined | Problem;

const filters: readonly Marks[] = [
  ({ kind }) => marksOf('kind', kind),
  ({ verification }) => marksOf('verification', verification),
  ({ story }, { newsroom }) => topicMarks(newsroom, 'story', story),
  ({ entity }, { newsroom }) => topicMarks(newsroom, 'entity', entity),
  ({ desk }, { newsroom }) => deskMarks(newsroom, desk),
  ({ by }, asking) => personMarks(by, asking),
];

function filtersIn(read: Listed, asking: SearchAsking): string[][] | Problem {
  const marks: string[][] = [];
  for (const filter of filters) {
    const found = filter(read, asking);
    if (isProblem(found)) return found;
    if (found) marks.push(found);
  }
  return marks;
}

const marksOf = (name: string, values: readonly string[]): string[] | undefined =>
  values.length === 0 ? undefined : [...new Set(values)].map((value) => `${name}:${value}`);

function topicMarks(
  newsroom: Newsroom,
  kind: Topic['kind'],
  names: readonly string[],
): string[] | undefined | Problem {
  const slugs: string[] = [];
  for (const name of names) {
    const topic = namedTopic(newsroom, name, { kind });
    if (isProblem(topic)) return topicFault(kind, name, topic);
    slugs.push(topic.slug);
  }
  return marksOf(kind, slugs);
}

/** In a search's own words: the usual ones lead to a briefing, or to opening a story. */
function topicFault(kind: Topic['kind'], name: string, fault: Problem): Problem {
  if (fault.problem !== 'ambiguous-topic' && fault.problem !== 'unknown-topic') return fault;
  const near = fault.problem === 'ambiguous-topic' ? fault.choices : fault.near;
  const filters = near.flatMap(({ topic }) => (topic.kind === kind ? `${kind}:${topic.slug}` : []));
  const one = kind === 'story' ? 'a story' : 'an entity';
  return faulty(
    `${kind}:${name.slice(0, 50)}`,
    filters.length > 0 ? filters.join(' or ') : `the slug or a name of ${one} that is on record`,
  );
}

/** A desk has stories, and what is filed under one of them is the desk's. */
function deskMarks({ stories }: Newsroom, desks: readonly string[]): string[] | undefined | Problem {
  if (desks.length === 0) return undefined;
  const wanted = desks.map((desk) => desk.toLowerCase().replaceAll(' ', '-'));
  const known = new Set<string>();
  const slugs: string[] = [];
  for (const { desk, slug } of stories.all()) {
    if (desk === undefined) continue;
    known.add(desk);
    if (wanted.includes(desk)) slugs.push(slug);
  }
  const missing = wanted.find((desk) => !known.has(desk));
  if (missing === undefined) return marksOf('story', slugs);
  const some = [...known].sort().slice(0, 8);
  return faulty(
    `desk:${missing.slice(0, 50)}`,
    some.length > 0 ? `a desk that has stories: ${some.join(', ')}` : 'no desk: no story has one yet',
  );
}

/** By whom entries are that nobody typed. */
const doors = ['import', backfill];

function personMarks(typed: readonly string[], { person }: SearchAsking): string[] | undefined | Problem {
  const ids: string[] = [];
  for (const one of typed) {
    const id = readPerson(one, person) ?? doors.find((door) => door === one.toLowerCase());
    if (id === undefined)
      return faulty(`by:${one.slice(0, 50)}`, 'a person of this workspace: by:@ana, or by:me');
    ids.push(id);
  }
  return marksOf('by', ids);
}

const lengths: { readonly [unit: string]: number } = { h: 3_600_000, d: 86_400_000, w: 604_800_000 };

function readSince(typed: string, asking: SearchAsking): Instant | Problem {
  const [, count, unit = ''] = /^(\d{1,4})([hdw])$/i.exec(typed) ?? [];
  const ms = lengths[unit.toLowerCase()];
  if (count !== undefined && ms !== undefined)
    return instantOf(msBetween('1970-01-01T00:00:00.000Z', asking.now) - Number(count) * ms);
  const span = readSpan(typed, 'since', asking);
  return isProblem(span) ? span : span.start;
}

/** Up to the end of the day, month or year that is named. */
function readUntil(typed: string, asking: SearchAsking): Instant | Problem {
  const span = readSpan(typed, 'until', asking);
  return isProblem(span) ? span : span.next;
}
