import { cutText } from '../../language/cut-text.ts';
import { readSource } from '../../language/read-source.ts';
import type { EntryContent } from '../../records/entry.ts';
import { type Source, sourceSchema } from '../../records/source.ts';
import type { Article } from '../article.ts';
import type { Attribution } from './find-attribution.ts';
import type { Speaker } from './speakers.ts';

const longestLabel = 300;
const longestName = 200;

const sourceOf = (source: Omit<Source, 'groundRules'>): Source => ({ ...source, groundRules: 'unknown' });

/** A label that is within the record's limits, whatever it was read from. */
export const readLabel = (words: string): Source =>
  sourceOf(readSource(cutText(words.trim() || '?', longestLabel)));

const several =
  /^(?:(?:some|many|other|several|most|local|senior|both|the|two|three|four|five|six) )*\p{Ll}[\p{Ll}-]*(?:s|people|police)$/iu;
const offices = /\b(?:police|prosecutors|authorities|ministers|lawyers|courts?)$/i;

/** The words for a speaker as a source: `survivors` are people without a name, `prosecutors` speak for an office. */
export function readSpeakerWords(words: string): Source {
  const source = readLabel(words);
  const isCrowd = source.kind === 'named' && several.test(source.label) && !offices.test(source.label);
  return isCrowd ? { ...source, kind: 'unnamed' } : source;
}

/** The article itself: every entry read from it stands on it. */
export function articleSource({ publisher, url, publishedAt }: Article): Source {
  const name = publisher?.trim();
  const source = sourceOf({
    kind: 'publication',
    label: cutText(name ? `${name} article` : 'News article, publisher not given', longestLabel),
    ...(name ? { publisher: cutText(name, longestName) } : {}),
  });
  const { shape } = sourceSchema;
  return {
    ...source,
    ...(shape.url.safeParse(url).success && url ? { url } : {}),
    ...(shape.publishedAt.safeParse(publishedAt).success && publishedAt ? { publishedAt } : {}),
  };
}

type Stand = Pick<EntryContent, 'sources' | 'verification'>;

/**
 * On what a statement stands. Whoever speaks is its origin and the article repeats them; unnamed people are the
 * reporting of whoever spoke with them, so that one article is one origin however many it counts.
 */
export function standOf(
  article: Source,
  speaker: Speaker | undefined,
  attribution: Attribution | undefined,
): Stand {
  const cited = attribution?.citing === undefined ? undefined : readLabel(attribution.citing);
  const own = cutText(article.publisher ?? article.label, longestName);
  if (!speaker)
    return cited
      ? {
          sources: [{ ...cited, ...(cited.kind === 'unnamed' ? { origin: own } : {}) }, article],
          verification: 'reported',
        }
      : { sources: [article], verification: 'unverified' };
  const label = cutText(speaker.label, longestLabel);
  const name = cutText(speaker.label, longestName);
  const elsewhere = 'origin' in speaker && speaker.origin ? cutText(speaker.origin, longestName) : undefined;
  const more = cited ? [{ ...cited, ...(cited.kind === 'unnamed' ? { origin: name } : {}) }] : [];
  if (speaker.is === 'unnamed') {
    const unnamed = sourceOf({ kind: 'unnamed', label, ...countOf(speaker.count), origin: elsewhere ?? own });
    return { sources: [unnamed, repeating(article, elsewhere)], verification: 'reported' };
  }
  if (speaker.is === 'publication') {
    const outlet = sourceOf({ kind: 'publication', label, publisher: name });
    return { sources: [outlet, ...more, repeating(article, name)], verification: 'reported' };
  }
  const kind = speaker.is === 'document' ? 'document' : 'named';
  const source = sourceOf({ kind, label, ...(elsewhere ? { origin: elsewhere } : {}) });
  const isRepeated = cited !== undefined || elsewhere !== undefined;
  return {
    sources: [source, ...more, repeating(article, elsewhere ?? name)],
    verification: isRepeated ? 'reported' : 'unverified',
  };
}

const repeating = (article: Source, origin: string | undefined): Source =>
  origin === undefined ? article : { ...article, origin };

const countOf = (count: number | undefined): { count?: number } =>
  count !== undefined && count >= 1 && count <= 1000 ? { count } : {};
