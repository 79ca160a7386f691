import { z } from 'zod';
import type { Article } from '../../domain/articles/article.ts';
import { findJsonFault } from '../../domain/editing/bundle/find-json-fault.ts';
import { isProblem, type Problem } from '../../domain/problem.ts';
import { dateIn } from './date-in.ts';
import { languageCode, webAddress, withoutGaps } from './html-facts.ts';
import { readFragment } from './read-html.ts';
import { readText } from './read-text.ts';

const word = z.string().trim().min(1).optional().catch(undefined);
const parts = z
  .array(z.object({ role: word, contenttype: word, value: z.string() }))
  .optional()
  .catch(undefined);
const names = z
  .array(z.object({ name: z.string().trim().min(1).max(200) }))
  .max(500)
  .optional()
  .catch(undefined);

/** ninjs 2 and 3, which differ for us in capitals only: keys are compared in lower case. https://iptc.org/std/ninjs/ */
const itemSchema = z.object({
  uri: z.string().min(1),
  pubstatus: z.enum(['usable', 'withheld', 'canceled']).optional().catch('withheld'),
  /** 2.0 to 3.0 and 3.1 name it differently. Anything but a time is an embargo that we cannot read. */
  embargoed: z.unknown().optional(),
  embargoeduntil: z.unknown().optional(),
  headlines: parts,
  bodies: parts,
  descriptions: parts,
  title: word,
  by: word,
  copyrightholder: word,
  infosources: names,
  firstcreated: word,
  versioncreated: word,
  language: word,
  people: names,
  organisations: names,
  places: names,
});
type Item = z.infer<typeof itemSchema>;

/** Nothing of an item under embargo is taken, not even for editors: it comes again when its hour is there. */
export function readNinjs(text: string, { now, url }: { now: string; url?: string }): Article | Problem {
  const json = parseJson(text);
  if (isProblem(json)) return json;
  const item = itemSchema.safeParse(inLowerCase(json.json));
  if (!item.success) return { problem: 'no-article', format: 'JSON' };
  return heldBack(item.data, now) ?? articleOf(item.data, url);
}

function parseJson(text: string): { json: unknown } | Problem {
  try {
    return { json: JSON.parse(text) };
  } catch {
    const fault = findJsonFault(text);
    if (!fault) return { problem: 'input-unsafe', why: 'deep' };
    return { problem: 'input-malformed', format: 'JSON', ...fault };
  }
}

/** Two levels deep: the item and the members of its lists. */
function inLowerCase(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) return depth > 2 ? value : value.map((one) => inLowerCase(one, depth + 1));
  if (typeof value !== 'object' || value === null || depth > 2) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key.toLowerCase(), inLowerCase(one, depth + 1)]),
  );
}

function heldBack(item: Item, now: string): Problem | undefined {
  const { pubstatus: status = 'usable' } = item;
  if (status !== 'usable') return { problem: 'article-held-back', status };
  const embargo = item.embargoeduntil ?? item.embargoed;
  if (embargo === undefined || embargo === null || embargo === '') return undefined;
  const until = typeof embargo === 'string' ? dateIn(embargo) : undefined;
  // A day without a time ends in some zone, and nobody says in which.
  if (until === undefined || !until.endsWith('Z'))
    return { problem: 'article-held-back', status: 'unreadable-embargo' };
  return until > now ? { problem: 'article-held-back', status: 'embargoed', until } : undefined;
}

function articleOf(item: Item, url: string | undefined): Article | Problem {
  const body = best(item.bodies) ?? best(item.descriptions);
  const paragraphs = body ? paragraphsOf(body) : [];
  if (isProblem(paragraphs)) return paragraphs;
  const headline = best(item.headlines)?.value ?? item.title;
  const plainHeadline = headline === undefined ? undefined : paragraphsOf({ value: headline });
  const named = [
    ...(item.people ?? []).map(({ name }) => ({ name, schema: 'Person' as const })),
    ...(item.organisations ?? []).map(({ name }) => ({ name, schema: 'Organization' as const })),
    ...(item.places ?? []).map(({ name }) => ({ name, schema: 'Place' as const })),
  ];
  return {
    ...withoutGaps({
      headline: isProblem(plainHeadline) ? undefined : plainHeadline?.join(' '),
      byline: item.by,
      publisher: item.copyrightholder ?? item.infosources?.[0]?.name,
      url: webAddress(url) ?? webAddress(item.uri),
      publishedAt: dateIn(item.firstcreated) ?? dateIn(item.versioncreated),
      language: languageCode(item.language),
    }),
    paragraphs,
    ...(named.length > 0 ? { named } : {}),
  };
}

type Part = NonNullable<Item['bodies']>[number];

/** The main one rather than a short or a social one; of several, the longest. */
function best(list: readonly Part[] | undefined): Part | undefined {
  const filled = (list ?? []).filter(({ value }) => value.trim() !== '');
  const main = filled.filter(({ role }) => role === undefined || /main|full|body|plain|html/i.test(role));
  return (main.length > 0 ? main : filled).toSorted((a, b) => b.value.length - a.value.length)[0];
}

function paragraphsOf({ contenttype = '', value }: Partial<Part> & { value: string }): string[] | Problem {
  const isMarkup =
    /html|xml/i.test(contenttype) || (contenttype === '' && /<\/?[a-z][^<>]{0,200}>/i.test(value));
  return isMarkup ? readFragment(value) : [...readText(value).paragraphs];
}
