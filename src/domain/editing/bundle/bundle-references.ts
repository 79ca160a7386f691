import type { Bundle, BundleEntry } from '../../bundle.ts';
import type { InSteps } from '../../in-steps.ts';
import { nearWords } from '../../language/distance.ts';
import type { Fault } from '../../problem.ts';
import { inShort } from './bundle-faults.ts';
import type { BundleNames } from './bundle-names.ts';

interface Reference {
  path: string;
  to: 'story' | 'entity' | 'entry' | 'source';
  typed: string;
}

const expectedOf = {
  story: 'a story of this bundle or the newsroom',
  entity: 'an entity of this bundle or the newsroom',
  entry: 'the key of an entry of this bundle',
  source: 'the key of one of the bundle’s sources',
};

/** Each suggestion looks at every name there is: with a thousand faults nobody reads on to the last. */
const mostSuggested = 50;

/** The places where a bundle names something that neither it nor the newsroom has. */
export function* danglingReferences(bundle: Bundle, names: BundleNames): InSteps<Fault[]> {
  const faults: Fault[] = [];
  for (const references of referencesIn(bundle)) {
    for (const { path, to, typed } of references) {
      if (names[to](typed) !== undefined) continue;
      const [near] = faults.length < mostSuggested ? nearWords(typed, names.candidates(to)) : [];
      const expected = near ? `${expectedOf[to]}; did you mean ${near}?` : expectedOf[to];
      faults.push({ path, found: inShort(typed), expected });
    }
    yield;
  }
  return faults;
}

/** Line by line, in the order of the lists. */
function* referencesIn({ stories, relations, entries, questions }: Bundle): Generator<Reference[]> {
  for (const [index, story] of stories.entries()) {
    yield story.entities.map(({ entity }, at) => {
      return { path: `stories[${index}].entities[${at}].entity`, to: 'entity', typed: entity };
    });
  }
  for (const [index, { subject, object, sources }] of relations.entries()) {
    yield [
      { path: `relations[${index}].subject`, to: 'entity', typed: subject },
      { path: `relations[${index}].object`, to: 'entity', typed: object },
      ...sourceKeys(`relations[${index}].sources`, sources),
    ];
  }
  for (const [index, entry] of entries.entries()) yield entryReferences(`entries[${index}]`, entry);
  for (const [index, { story, answeredBy }] of questions.entries()) {
    const asked: Reference = { path: `questions[${index}].story`, to: 'story', typed: story };
    if (answeredBy === undefined) yield [asked];
    else yield [asked, { path: `questions[${index}].answeredBy`, to: 'entry', typed: answeredBy }];
  }
}

function entryReferences(path: string, entry: BundleEntry): Reference[] {
  const slugs = [
    ...entry.stories.map((typed, at): Reference => ({ path: `${path}.stories[${at}]`, to: 'story', typed })),
    ...entry.entities.map(
      (typed, at): Reference => ({ path: `${path}.entities[${at}]`, to: 'entity', typed }),
    ),
    ...sourceKeys(`${path}.sources`, entry.sources),
  ];
  if (entry.kind !== 'response') return slugs;
  const { entity, respondsTo } = entry.response;
  const responder: Reference = { path: `${path}.response.entity`, to: 'entity', typed: entity };
  if (respondsTo === undefined) return [...slugs, responder];
  return [...slugs, responder, { path: `${path}.response.respondsTo`, to: 'entry', typed: respondsTo }];
}

const sourceKeys = (path: string, sources: BundleEntry['sources']): Reference[] =>
  sources.flatMap((typed, at): Reference[] =>
    typeof typed === 'string' ? [{ path: `${path}[${at}]`, to: 'source', typed }] : [],
  );
