import type { Bundle, BundleEntry } from '../../bundle.ts';
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
export function danglingReferences(bundle: Bundle, names: BundleNames): Fault[] {
  return referencesIn(bundle)
    .filter(({ to, typed }) => names[to](typed) === undefined)
    .map(({ path, to, typed }, at) => {
      const [near] = at < mostSuggested ? nearWords(typed, names.candidates(to)) : [];
      const expected = near ? `${expectedOf[to]}; did you mean ${near}?` : expectedOf[to];
      return { path, found: inShort(typed), expected };
    });
}

const referencesIn = (bundle: Bundle): Reference[] => [
  ...bundle.stories.flatMap((story, index) =>
    story.entities.map(({ entity }, at): Reference => {
      return { path: `stories[${index}].entities[${at}].entity`, to: 'entity', typed: entity };
    }),
  ),
  ...bundle.relations.flatMap(({ subject, object, sources }, index): Reference[] => [
    { path: `relations[${index}].subject`, to: 'entity', typed: subject },
    { path: `relations[${index}].object`, to: 'entity', typed: object },
    ...sourceKeys(`relations[${index}].sources`, sources),
  ]),
  ...bundle.entries.flatMap((entry, index) => entryReferences(`entries[${index}]`, entry)),
  ...bundle.questions.flatMap(({ story, answeredBy }, index): Reference[] => [
    { path: `questions[${index}].story`, to: 'story', typed: story },
    ...(answeredBy === undefined
      ? []
      : [{ path: `questions[${index}].answeredBy`, to: 'entry' as const, typed: answeredBy }]),
  ]),
];

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
