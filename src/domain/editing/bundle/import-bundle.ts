import type { Bundle, BundleEntry } from '../../bundle.ts';
import type { Change, ChangeOf } from '../../change.ts';
import { finished, type InSteps } from '../../in-steps.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Problem } from '../../problem.ts';
import type { EntryContent } from '../../records/entry.ts';
import type { RelationContent } from '../../records/relation.ts';
import { before } from '../../records/revise.ts';
import type { Source } from '../../records/source.ts';
import { idsFrom } from '../next-id.ts';
import { type BundleNames, bundleNames, originKeyOf } from './bundle-names.ts';
import { checkBundle } from './check-bundle.ts';
import { recordedAs } from './recorded-as.ts';

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
  return finished(importPart(newsroom, bundle, { whole: bundle, file }));
}

/** Some lines of a bundle, which may refer to all of it: what they refer to is among them or was recorded before. */
export function* importPart(
  newsroom: Newsroom,
  bundle: Bundle,
  { whole, file }: { whole: Bundle; file: string },
): InSteps<Imported | Problem> {
  const names = bundleNames(newsroom, whole);
  const faults = yield* checkBundle(newsroom, bundle, names);
  if (faults.length > 0) return { problem: 'bundle-faulty', file, faults };

  const entries = yield* newEntries(newsroom, bundle, names);
  const questions = newQuestions(newsroom, bundle, names);
  const changes = {
    entities: newEntities(newsroom, bundle),
    stories: newStories(newsroom, bundle, names),
    relations: newRelations(newsroom, bundle, names),
    entries: entries.changes,
    questions,
  };
  return {
    changes: [...Object.values(changes).flat(), ...answers(bundle, questions, entries.idOf)],
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
  if (relations.length === 0) return [];
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

type IdOf = (key: string) => string | undefined;

function* newEntries(
  newsroom: Newsroom,
  bundle: Bundle,
  names: BundleNames,
): InSteps<{ changes: Change[]; idOf: IdOf }> {
  const nextId = idsFrom(newsroom, 'entries');
  const ids = new Map<string, string>();
  const idOf: IdOf = (key) => ids.get(key) ?? recordedAs(newsroom, 'entries', names.entry(key) ?? '');

  const added: BundleEntry[] = [];
  for (const entry of bundle.entries) {
    if (idOf(entry.key) === undefined) added.push(entry);
    yield;
  }
  for (const { key } of added) ids.set(key, nextId());
  const changes: Change[] = [];
  for (const entry of added) {
    const origin = entry.origin ?? { key: originKeyOf(bundle, entry) };
    const content = Object.assign(contentOf(entry, names, idOf), { origin });
    changes.push({ type: 'entry-added', id: resolved(idOf, entry.key), entry: content });
    yield;
  }
  return { changes, idOf };
}

/** Assigned, not spread, so that a thousand entries of one kind share a hidden class: see `recordOf`. */
function contentOf(
  { key: _key, origin: _origin, ...entry }: BundleEntry,
  names: BundleNames,
  idOf: IdOf,
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

function newQuestions(newsroom: Newsroom, bundle: Bundle, names: BundleNames): ChangeOf<'question-asked'>[] {
  const nextId = idsFrom(newsroom, 'questions');
  return bundle.questions
    .map((line) => ({ line, originKey: originKeyOf(bundle, line) }))
    .filter(({ originKey }) => recordedAs(newsroom, 'questions', originKey) === undefined)
    .map(({ line: { key: _key, originKey: _origin, answeredBy: _answer, ...question }, originKey }) => ({
      type: 'question-asked',
      id: nextId(),
      question: { ...question, story: resolved(names.story, question.story) },
      originKey,
    }));
}

/** The answers to the new questions; an answer that was given to one since is left alone. */
function answers(bundle: Bundle, asked: readonly ChangeOf<'question-asked'>[], idOf: IdOf): Change[] {
  const ids = new Map(asked.map(({ id, originKey }) => [originKey, id]));
  return bundle.questions.flatMap((line): Change[] => {
    const id = ids.get(originKeyOf(bundle, line));
    if (id === undefined || line.answeredBy === undefined) return [];
    return [{ type: 'question-answered', id, entry: resolved(idOf, line.answeredBy) }];
  });
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
