import type { Bundle, BundleEntry } from '../../bundle.ts';
import type { Change } from '../../change.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Problem } from '../../problem.ts';
import type { EntryContent } from '../../records/entry.ts';
import type { RelationContent } from '../../records/relation.ts';
import { before } from '../../records/revise.ts';
import type { Source } from '../../records/source.ts';
import { idsFrom } from '../next-id.ts';
import { type BundleNames, bundleNames, originKey } from './bundle-names.ts';
import { checkBundle } from './check-bundle.ts';

export const bundleLists = ['stories', 'entities', 'relations', 'entries', 'questions'] as const;
export type Counts = Record<(typeof bundleLists)[number], number>;

export interface Imported {
  /** Empty when the newsroom already has it all. */
  changes: Change[];
  added: Counts;
  already: Counts;
}

/**
 * Records what the newsroom does not have of a bundle, or nothing at all when any of it is wrong.
 * What is there is left alone: an editor may have corrected it since.
 */
export function importBundle(newsroom: Newsroom, bundle: Bundle, file = bundle.name): Imported | Problem {
  const names = bundleNames(newsroom, bundle);
  const faults = checkBundle(newsroom, bundle, names);
  if (faults.length > 0) return { problem: 'bundle-faulty', file, faults };

  const changes = {
    entities: newEntities(newsroom, bundle),
    stories: newStories(newsroom, bundle, names),
    relations: newRelations(newsroom, bundle, names),
    entries: newEntries(newsroom, bundle, names),
    questions: newQuestions(newsroom, bundle, names),
  };
  return {
    changes: Object.values(changes).flat(),
    added: countsOf((list) => changes[list].length),
    already: countsOf((list) => bundle[list].length - changes[list].length),
  };
}

const countsOf = (count: (list: keyof Counts) => number): Counts =>
  Object.fromEntries(bundleLists.map((list) => [list, count(list)])) as Counts;

function newEntities(newsroom: Newsroom, { entities }: Bundle): Change[] {
  return entities
    .filter(({ slug }) => !newsroom.entities.get(slug))
    .map((entity) => ({ type: 'entity-added', entity }));
}

function newStories(newsroom: Newsroom, { stories }: Bundle, names: BundleNames): Change[] {
  return stories
    .filter(({ slug }) => !newsroom.stories.get(slug))
    .map((story) => {
      const entities = story.entities.map((role) => ({
        ...role,
        entity: resolved(names.entity, role.entity),
      }));
      return { type: 'story-opened', story: { ...story, entities } };
    });
}

/** A relation has no key of its own; it is known by what it says now and by what it said when it was added. */
function newRelations(newsroom: Newsroom, { relations }: Bundle, names: BundleNames): Change[] {
  const said = ({ subject, role, object }: RelationContent) =>
    JSON.stringify([resolved(names.entity, subject), role, resolved(names.entity, object)]);
  const present = new Set(
    [...newsroom.relations.all()].flatMap((relation) => [said(relation), said(before(relation, () => true))]),
  );
  const nextId = idsFrom(newsroom, 'relations');
  return relations
    .map((relation) => ({
      ...relation,
      subject: resolved(names.entity, relation.subject),
      object: resolved(names.entity, relation.object),
      sources: sourcesOf(relation.sources, names),
    }))
    .filter((relation) => !present.has(said(relation)))
    .map((relation) => ({ type: 'relation-added', id: nextId(), relation }));
}

function newEntries(newsroom: Newsroom, bundle: Bundle, names: BundleNames): Change[] {
  const { entries } = newsroom;
  const nextId = idsFrom(newsroom, 'entries');
  const ids = new Map<string, string>();
  const idOf = (key: string): string | undefined =>
    ids.get(key) ?? [...entries.by.origin.at(originKey(bundle, key))][0];

  const added = bundle.entries.filter(({ key }) => idOf(key) === undefined);
  for (const { key } of added) ids.set(key, nextId());
  return added.map((entry) => ({
    type: 'entry-added',
    id: resolved(idOf, entry.key),
    entry: Object.assign(contentOf(entry, names, idOf), { origin: { key: originKey(bundle, entry.key) } }),
  }));
}

/** Assigned, not spread, so that a thousand entries of one kind share a hidden class: see `recordOf`. */
function contentOf(
  { key: _key, ...entry }: BundleEntry,
  names: BundleNames,
  idOf: (key: string) => string | undefined,
): EntryContent {
  const shared = {
    stories: unique(entry.stories.map((slug) => resolved(names.story, slug))),
    entities: unique(entry.entities.map((slug) => resolved(names.entity, slug))),
    sources: sourcesOf(entry.sources, names),
  };
  if (entry.kind === 'quote') {
    return Object.assign({}, entry, shared, { speaker: names.entity(entry.speaker) ?? entry.speaker });
  }
  if (entry.kind !== 'response') return Object.assign({}, entry, shared);
  const { respondsTo, ...response } = entry.response;
  const to = respondsTo === undefined ? {} : { respondsTo: resolved(idOf, respondsTo) };
  const answer = { ...response, entity: resolved(names.entity, response.entity), ...to };
  return Object.assign({}, entry, shared, { response: answer });
}

function newQuestions(newsroom: Newsroom, bundle: Bundle, names: BundleNames): Change[] {
  const { questions } = newsroom;
  const nextId = idsFrom(newsroom, 'questions');
  return bundle.questions
    .filter(({ key }) => questions.by.origin.count(originKey(bundle, key)) === 0)
    .map(({ key, ...question }) => ({
      type: 'question-asked',
      id: nextId(),
      question: { ...question, story: resolved(names.story, question.story) },
      originKey: originKey(bundle, key),
    }));
}

const unique = (slugs: readonly string[]): string[] => [...new Set(slugs)];

const sourcesOf = (sources: BundleEntry['sources'], names: BundleNames): Source[] =>
  sources.map((source) => (typeof source === 'string' ? resolved(names.source, source) : source));

/** `checkBundle` has found every reference; one that is missing now is our bug. */
function resolved<Found>(find: (name: string) => Found | undefined, name: string): Found {
  const found = find(name);
  if (found === undefined) throw new Error(`${name} was checked and is not there`);
  return found;
}
