import { isPickUp, originsOf } from '../briefing/corroboration.ts';
import type { Involved, StoryBriefing } from '../briefing/story-briefing.ts';
import type { Entity } from '../records/entity.ts';
import type { Entry } from '../records/entry.ts';
import { shownSlug } from '../records/story.ts';
import { drawHtml } from './draw-html.ts';
import { drawText } from './draw-text.ts';
import { linkedSources, type StoryDocument } from './story-document.ts';

/** Where ninjs has a list for what an entity is. */
const lists: { readonly [S in Entity['schema']]: 'people' | 'organisations' | 'places' | 'objects' } = {
  Person: 'people',
  Company: 'organisations',
  Organization: 'organisations',
  PublicBody: 'organisations',
  Place: 'places',
  Product: 'objects',
};

/** A story with its briefing as one news object: https://iptc.org/std/ninjs/3.1/ */
export function ninjsOf(briefing: StoryBriefing, document: StoryDocument, now: string) {
  const { story, entries, involved, updatedAt } = briefing;
  const urgencies = entries.flatMap(({ urgency }) => urgency ?? []);
  const embargo = entries.flatMap(({ embargoedUntil = '' }) => (embargoedUntil > now ? embargoedUntil : []));
  const text = drawText(document);
  return {
    uri: `urn:slugline:story:${story.slug}`,
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
    type: 'text',
    representationType: 'full',
    profile: 'slugline-briefing',
    firstCreated: story.at,
    versionCreated: updatedAt,
    // Until the last of its entries is free, none of the item is.
    ...(embargo.length > 0 ? { embargoedUntil: embargo.toSorted().at(-1) } : {}),
    pubStatus: 'usable',
    ...(urgencies.length > 0 ? { urgency: Math.min(...urgencies) } : {}),
    language: 'en',
    edNote: `A briefing from the newsroom’s record; what is not confirmed is marked so. Story status: ${story.status}.`,
    slugline: shownSlug(story),
    title: story.headline,
    headlines: [{ role: 'main', contentType: 'text/plain', value: story.headline }],
    ...(story.nutGraf
      ? { descriptions: [{ role: 'summary', contentType: 'text/plain', value: story.nutGraf }] }
      : {}),
    bodies: [
      { role: 'main', contentType: 'text/plain', ...counts(text), value: text },
      { role: 'richtext', contentType: 'application/xhtml+xml', ...counts(text), value: drawHtml(document) },
    ],
    ...present('people', involvedAs(involved, 'people')),
    ...present('organisations', involvedAs(involved, 'organisations')),
    ...present('places', involvedAs(involved, 'places')),
    ...present(
      'objects',
      involvedAs(involved, 'objects').map(({ contactInfo: _none, ...object }) => object),
    ),
    ...present(
      'subjects',
      story.subjects.map((name) => ({ name, rel: 'about' })),
    ),
    ...present('infoSources', infoSources(entries)),
    ...present('associations', associations(entries)),
    ...present('altIds', story.renamedTo ? [{ role: 'first slug', value: story.slug }] : []),
  };
}

const counts = (text: string) => ({
  charCount: text.length,
  wordCount: text.split(/\s+/).filter(Boolean).length,
});

const present = <Name extends string, Item>(name: Name, items: readonly Item[]) =>
  (items.length > 0 ? { [name]: items } : {}) as { [N in Name]?: readonly Item[] };

/** Whom the story names with a role it is about; whom only its entries name it mentions. */
const involvedAs = (involved: readonly Involved[], list: (typeof lists)[Entity['schema']]) =>
  involved
    .filter(({ entity }) => lists[entity.schema] === list)
    .map(({ entity: { slug, name, wikidataId, website }, role }) => ({
      name,
      rel: role ? 'about' : 'mentions',
      literal: slug,
      ...(wikidataId ? { uri: `http://www.wikidata.org/entity/${wikidataId}` } : {}),
      ...(website ? { contactInfo: [{ type: 'web', value: website }] } : {}),
    }));

/** Whose reporting it rests on. People who are not named are in the body, counted; they are no parties. */
const infoSources = (entries: readonly Entry[]) =>
  originsOf(entries)
    .filter(({ entries: from, name }) =>
      from.some(({ sources }) =>
        sources.some(
          (source) =>
            source.kind !== 'unnamed' && [source.origin, source.publisher, source.label].includes(name),
        ),
      ),
    )
    .map(({ name, pickUps }) => ({ name, role: pickUps.some(isPickUp) ? 'originator' : 'source' }));

const associations = (entries: readonly Entry[]) =>
  linkedSources(entries).map(({ label, url, publisher }) => ({
    name: label,
    rel: 'source',
    uri: uriOf(url),
    type: 'text',
    ...(publisher ? { infoSources: [{ name: publisher, role: 'publisher' }] } : {}),
  }));

/** An address as RFC 3986 writes it: browsers take more signs than that, and the standard asks for a URI. */
const uriOf = (url: string): string =>
  url.replace(/\p{Cs}/gu, '').replace(/%(?![\da-f]{2})|[^\w\-.~:/?#@!$&'()*+,;=%[\]]/giu, encodeURIComponent);
