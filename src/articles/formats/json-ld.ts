import { z } from 'zod';
import type { Dom } from './dom.ts';

const word = z.string().trim().min(1).max(2000);
const name = z.union([word, z.looseObject({ name: word }).transform((named) => named.name)]);
const oneOrMore = <T extends z.ZodType>(one: T) =>
  z.union([one.transform((value) => [value]), z.array(one)]) as z.ZodType<z.output<T>[]>;

/** https://schema.org/NewsArticle; what is not as it should be is left out, part by part. */
const newsArticle = z.looseObject({
  '@type': oneOrMore(z.string()).refine((types) =>
    types.some((type) => /(?:Article|Posting|Report)$/.test(type)),
  ),
  headline: word.optional().catch(undefined),
  author: oneOrMore(name).optional().catch(undefined),
  publisher: name.optional().catch(undefined),
  datePublished: word.optional().catch(undefined),
  inLanguage: word.optional().catch(undefined),
});
export type NewsArticle = z.output<typeof newsArticle>;

const mostLooked = 200;

/** What a page says of its article to search engines. */
export function newsArticleIn(page: Dom): NewsArticle | undefined {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const found = findArticle(parsed(script.textContent));
    if (found) return found;
  }
  return undefined;
}

function findArticle(json: unknown): NewsArticle | undefined {
  const ahead: unknown[] = [json];
  for (let looked = 0; ahead.length > 0 && looked < mostLooked; looked += 1) {
    const next = ahead.shift();
    const article = newsArticle.safeParse(next);
    if (article.success) return article.data;
    if (Array.isArray(next)) ahead.push(...next.slice(0, mostLooked));
    else if (typeof next === 'object' && next !== null && '@graph' in next) ahead.push(next['@graph']);
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Many pages have comments or stray commas there; what is missing then is in their meta tags, too.
    return undefined;
  }
}
