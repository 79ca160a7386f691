import type { Article } from '../../domain/articles/article.ts';
import { dateIn } from './date-in.ts';
import type { Dom } from './dom.ts';
import { newsArticleIn } from './json-ld.ts';

export type Facts = Omit<Article, 'paragraphs' | 'named'>;

/** The names that meta tags have for it, best first. */
const metaNames = {
  headline: ['og:title', 'twitter:title', 'dc.title', 'parsely-title'],
  byline: ['author', 'article:author', 'parsely-author', 'dc.creator', 'byl'],
  publisher: ['og:site_name', 'application-name', 'dc.publisher'],
  publishedAt: [
    'article:published_time',
    'date',
    'pubdate',
    'parsely-pub-date',
    'dc.date',
    'dcterms.created',
  ],
  language: ['og:locale', 'content-language', 'dc.language'],
  url: ['og:url'],
} as const satisfies { [F in keyof Facts]?: readonly string[] };

/** What a page says of its article: to search engines first, as that is most complete, then in its head. */
export function factsOf(page: Dom): Facts {
  const metas = metasOf(page);
  const meta = (fact: keyof typeof metaNames) =>
    metaNames[fact].map((name) => metas.get(name)).find((value) => value !== undefined);
  const told = newsArticleIn(page);
  const [canonical] = page.querySelectorAll('link[rel="canonical"]');
  return withoutGaps({
    headline: told?.headline ?? meta('headline'),
    byline: bylineOf(told?.author?.join(', ') ?? meta('byline')),
    publisher: told?.publisher ?? meta('publisher'),
    publishedAt: dateIn(told?.datePublished) ?? dateIn(meta('publishedAt')) ?? dateIn(timeIn(page)),
    language: languageCode(told?.inLanguage ?? page.documentElement.getAttribute('lang') ?? meta('language')),
    url: webAddress(canonical?.getAttribute('href')) ?? webAddress(meta('url')),
  });
}

function metasOf(page: Dom): Map<string, string> {
  const metas = new Map<string, string>();
  for (const meta of page.querySelectorAll('meta')) {
    const name = ['property', 'name', 'itemprop', 'http-equiv']
      .map((one) => meta.getAttribute(one))
      .find(Boolean);
    const value = meta.getAttribute('content')?.trim();
    const key = name?.toLowerCase() ?? '';
    if (key && value && !metas.has(key)) metas.set(key, value.slice(0, 2000));
  }
  return metas;
}

function timeIn(page: Dom): string | undefined {
  const [time] = page.querySelectorAll('time[datetime]');
  return time?.getAttribute('datetime') ?? undefined;
}

/** `article:author` is often the address of a profile. */
const bylineOf = (byline: string | undefined): string | undefined =>
  byline === undefined || /^https?:/i.test(byline) ? undefined : byline.replace(/^by\s+/i, '').slice(0, 300);

/** `en` of `en-US` and `en_GB`. */
export const languageCode = (tag: string | null | undefined): string | undefined =>
  /^[a-z]{2}(?=$|[-_])/i.exec(tag?.trim() ?? '')?.[0].toLowerCase();

export function webAddress(text: string | null | undefined, base?: string): string | undefined {
  if (!text || !URL.canParse(text, base)) return undefined;
  const { protocol, href } = new URL(text, base);
  return /^https?:$/.test(protocol) && href.length <= 2000 ? href : undefined;
}

/** A fact that is not known is absent, not `undefined`. */
export const withoutGaps = (facts: { [F in keyof Facts]: Facts[F] | undefined }): Facts =>
  Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined && value !== ''),
  ) as Facts;
