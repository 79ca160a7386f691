import { parseFeed } from 'feedsmith';
import type { Article } from '../../domain/articles/article.ts';
import { findJsonFault } from '../../domain/editing/bundle/find-json-fault.ts';
import { isProblem, type Problem } from '../../domain/problem.ts';
import { declaresEntities } from '../sniff-format.ts';
import { dateIn } from './date-in.ts';
import { findXmlFault } from './find-xml-fault.ts';
import { languageCode, webAddress, withoutGaps } from './html-facts.ts';
import { dangerIn } from './markup-bounds.ts';
import { readFragment } from './read-html.ts';

/** An item of a feed, with what tells it from the others there. */
export interface FeedItem {
  /** Its guid, else its address, else its headline. */
  id: string;
  article: Article;
}

/** Dates stay the words that they are, so that one rule reads them everywhere. */
const parseText = (text: string) => parseFeed(text, { parseDateFn: (date: string) => date });
type Parsed = ReturnType<typeof parseText>;
type Entry<F extends Parsed['format']> = NonNullable<
  EntriesOf<Extract<Parsed, { format: F }>['feed']>
>[number];
type EntriesOf<Feed> = Feed extends { items?: infer I } ? I : Feed extends { entries?: infer E } ? E : never;

interface Item {
  id?: string | undefined;
  title?: string | undefined;
  link?: string | undefined;
  /** HTML or text, the fullest first. */
  words: readonly (string | undefined)[];
  byline?: string | undefined;
  date?: string | undefined;
  language?: string | undefined;
}

/** Nobody catches up on more than that from a feed. */
const mostItems = 100;

const itemsOf = {
  rss: (item: Entry<'rss'>): Item => ({
    id: item.guid?.value ?? item.link,
    title: item.title ?? item.dc?.titles?.[0],
    link: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
    words: [item.content?.encoded, item.description],
    byline: item.dc?.creators?.join(', ') ?? item.authors?.[0]?.name,
    date: item.pubDate ?? item.dc?.dates?.[0],
  }),
  rdf: (item: Entry<'rdf'>): Item => ({
    id: item.rdf?.about ?? item.link,
    title: item.title,
    link: item.link,
    words: [item.content?.encoded, item.description],
    byline: item.dc?.creators?.join(', '),
    date: item.dc?.dates?.[0],
  }),
  atom: (entry: Entry<'atom'>): Item => ({
    id: entry.id,
    title: entry.title?.value,
    link: (entry.links?.find(({ rel = 'alternate' }) => rel === 'alternate') ?? entry.links?.[0])?.href,
    words: [entry.content?.value, entry.summary?.value],
    byline: entry.authors
      ?.map(({ name }) => name)
      .filter(Boolean)
      .join(', '),
    date: entry.published ?? entry.updated,
  }),
  json: (item: Entry<'json'>): Item => ({
    id: item.id,
    title: item.title,
    link: item.url ?? item.external_url,
    words: [item.content_html, item.content_text, item.summary],
    byline: item.authors
      ?.map(({ name }) => name)
      .filter(Boolean)
      .join(', '),
    date: item.date_published ?? item.date_modified,
    language: item.language,
  }),
};

/** What stands in a feed, as it stands there; items without a word are left out. */
export function readFeed(text: string): FeedItem[] | Problem {
  if (declaresEntities(text)) return { problem: 'input-unsafe', why: 'entities' };
  const why = text.trimStart().startsWith('<') ? dangerIn(text) : undefined;
  if (why) return { problem: 'input-unsafe', why };
  const parsed = parse(text);
  if (isProblem(parsed)) return parsed;
  const { feed } = parsed;
  const title = typeof feed.title === 'string' ? feed.title : feed.title?.value;
  const language = 'language' in feed ? feed.language : undefined;
  const items = entriesOf(parsed).slice(0, mostItems);
  return items.flatMap((item) => feedItem({ language, ...item }, title));
}

function parse(text: string): Parsed | Problem {
  try {
    return parseText(text);
  } catch (fault) {
    if (fault instanceof RangeError) throw fault;
    const format = /^[\ufeff\s]*[{[]/.test(text) ? 'JSON' : 'XML';
    const found = format === 'JSON' ? findJsonFault(text) : findXmlFault(text);
    return found ? { problem: 'input-malformed', format, ...found } : { problem: 'unknown-feed' };
  }
}

function entriesOf(parsed: Parsed): Item[] {
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map(itemsOf.rss);
    case 'rdf':
      return (parsed.feed.items ?? []).map(itemsOf.rdf);
    case 'atom':
      return (parsed.feed.entries ?? []).map(itemsOf.atom);
    case 'json':
      return (parsed.feed.items ?? []).map(itemsOf.json);
  }
}

function feedItem(item: Item, publisher: string | undefined): FeedItem[] {
  const texts = [item.title ?? '', item.words.find((text) => text?.trim()) ?? ''].map(readFragment);
  const [headline, paragraphs] = texts.map((text) => (isProblem(text) ? [] : text));
  const id = item.id ?? item.link ?? item.title;
  if (id === undefined || !paragraphs || paragraphs.length + (headline?.length ?? 0) === 0) return [];
  const facts = withoutGaps({
    headline: headline?.join(' '),
    byline: item.byline,
    publisher,
    url: webAddress(item.link),
    publishedAt: dateIn(item.date),
    language: languageCode(item.language),
  });
  return [{ id, article: { ...facts, paragraphs: paragraphs.length > 0 ? paragraphs : (headline ?? []) } }];
}
