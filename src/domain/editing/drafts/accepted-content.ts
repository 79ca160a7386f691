import { tagEntities } from '../../finding/tag-entities.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Draft, Proposal } from '../../records/draft.ts';
import { type EntryContent, entryContentSchema } from '../../records/entry.ts';
import type { Slug } from '../../records/identifiers.ts';
import { maySee, type Viewer } from '../../rules/embargo.ts';
import type { AdoptedNames } from './adopted-names.ts';

const mostEntities = 50;

interface Accepting {
  draft: Draft;
  at: number;
  story: Slug;
  names: AdoptedNames;
  look: { viewer: Viewer; now: string };
}

export const lineKey = (id: string, at: number): string => `draft:${id}:${at + 1}`;

/** The entry that a proposal becomes: as `add` would record it now, by today's names. */
export function acceptedContent(
  newsroom: Newsroom,
  { content, edited }: Proposal,
  { draft, at, story, names, look }: Accepting,
): EntryContent {
  const own = withNames(newsroom, content, names, look);
  const said = own.kind === 'quote' ? [own.speaker] : own.kind === 'response' ? [own.response.entity] : [];
  const inText = edited ? [] : tagEntities(newsroom, content.text);
  const referred = content.entities.filter((slug) => !names.isDropped(slug)).map((slug) => names.adopt(slug));
  const all = [...referred, ...inText, ...said].filter((slug) => isOnRecord(newsroom, names, slug));
  const { permalink } = draft;
  return entryContentSchema.parse({
    ...own,
    stories: [story],
    entities: [...new Set(all)].slice(0, mostEntities),
    origin: { key: lineKey(draft.id, at), ...(permalink ? { permalink } : {}) },
  });
}

/** A speaker who is not to be on record is still known by name; who answers must be on record. */
function withNames(
  { entities, entries }: Newsroom,
  content: EntryContent,
  names: AdoptedNames,
  { viewer, now }: Accepting['look'],
): EntryContent {
  if (content.kind === 'quote') {
    const { speaker } = content;
    const isKnown = names.placeOf(speaker) >= 0 || entities.get(speaker) !== undefined;
    if (!isKnown) return content;
    return { ...content, speaker: names.isDropped(speaker) ? names.nameOf(speaker) : names.adopt(speaker) };
  }
  if (content.kind !== 'response') return content;
  const { respondsTo, ...response } = content.response;
  const claim = entries.get(respondsTo ?? '');
  const isThere = claim !== undefined && !claim.withdrawn && maySee(claim, viewer, now);
  return {
    ...content,
    response: { ...response, entity: names.adopt(response.entity), ...(isThere ? { respondsTo } : {}) },
  };
}

const isOnRecord = ({ entities }: Newsroom, { settled }: AdoptedNames, slug: string): boolean =>
  entities.get(slug) !== undefined || settled.some(({ became }) => became === slug);
