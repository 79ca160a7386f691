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
import { readText } from './read-text.ts';

/** An item of a feed, with what tells it from the others there. */
export interface FeedItem {
  /** Its guid, else its address, else its headline, else its words. */
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
  /** The same where it is no HTML, whatever signs are in it. */
  plain?: string | undefined;
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
    words: [item.content_html, item.content_text ? undefined : item.summary],
    plain: item.content_text,
    byline: item.authors
      ?.map(({ name }) => name)
      .filter(Boolean)
      .join(', '),
    date: item.date_published ?? item.date_modified,
    language: item.language,
  }),
};

/** What stands in the feed that came from `url`, as it stands there; items without a word are left out. */
export function readFeed(text: string, url?: string): FeedItem[] | Problem {
  if (declaresEntities(text)) return { problem: 'input-unsafe', why: 'entities' };
  const why = text.trimStart().startsWith('<') ? dangerIn(text) : undefined;
  if (why) return { problem: 'input-unsafe', why };
  const parsed = parse(text);
  if (isProblem(parsed)) return parsed;
  const { feed } = parsed;
  const title = typeof feed.title === 'string' ? feed.title : feed.title?.value;
  const language = 'language' in feed ? feed.language : undefined;
  const items = newestOf(entriesOf(parsed));
  const read = items.flatMap((item) => feedItem({ language, ...item }, { publisher: title, url }));
  return toldApart(read);
}

/** Some feeds give every item the same guid: then its address or headline says which one it is. */
function toldApart(items: readonly FeedItem[]): FeedItem[] {
  const times = new Map<string, number>();
  for (const { id } of items) times.set(id, (times.get(id) ?? 0) + 1);
  return items.map((item) => {
    const { url, headline, paragraphs } = item.article;
    const own = [url, headline].filter(Boolean).join(' ') || paragraphs.join(' ');
    return times.get(item.id) === 1 ? item : { ...item, id: `${item.id} ${own}` };
  });
}

/** A few feeds begin with their oldest item. Where not each has a date, the first ones are taken for the newest. */
function newestOf(items: readonly Item[]): readonly Item[] {
  if (items.length <= mostItems) return items;
  const dated = items.flatMap((item) => {
    const at = dateIn(item.date);
    return at === undefined ? [] : [{ item, at }];
  });
  if (dated.length < items.length) return items.slice(0, mostItems);
  return dated
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, mostItems)
    .map(({ item }) => item);
}

function parse(text: string): Parsed | Problem {
  try {
    return parseText(text);
  } catch (fault) {
    if (fault instanceof RangeError) throw fault;
    const format = /^\s*[{[]/.test(text) ? 'JSON' : 'XML';
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

function feedItem(item: Item, from: { publisher: string | undefined; url: string | undefined }): FeedItem[] {
  const headline = fragment(item.title);
  const words = item.words.find((text) => text?.trim());
  const paragraphs = words === undefined ? readText(item.plain ?? '').paragraphs : fragment(words);
  if (paragraphs.length + headline.length === 0) return [];
  const id = item.id ?? item.link ?? item.title ?? paragraphs.join(' ');
  const facts = withoutGaps({
    headline: headline.join(' '),
    byline: item.byline,
    publisher: from.publisher,
    url: webAddress(item.link, from.url),
    publishedAt: dateIn(item.date),
    language: languageCode(item.language),
  });
  return [{ id, article: { ...facts, paragraphs: paragraphs.length > 0 ? paragraphs : headline } }];
}

function fragment(html = ''): string[] {
  const read = readFragment(html);
  return isProblem(read) ? [] : read;
}
