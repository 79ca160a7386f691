import type { Bundle, BundleEntry, BundleQuestion } from '../../bundle.ts';
import type { InSteps } from '../../in-steps.ts';
import { foldName } from '../../language/fold-name.ts';
import { isReserved } from '../../language/reserved-words.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Fault } from '../../problem.ts';
import type { Story } from '../../records/story.ts';
import { inShort } from './bundle-faults.ts';
import { type BundleNames, originKeyOf } from './bundle-names.ts';
import { danglingReferences } from './bundle-references.ts';

/** Everything in a well-formed bundle that this newsroom could not take. */
export function* checkBundle(newsroom: Newsroom, bundle: Bundle, names: BundleNames): InSteps<Fault[]> {
  const faults = reservedSlugs(bundle);
  faults.push(...repeatedLines(bundle));
  yield;
  faults.push(...sharedStoryNames(newsroom, bundle));
  yield;
  faults.push(...(yield* danglingReferences(bundle, names)));
  return faults;
}

function reservedSlugs({ stories, entities }: Bundle): Fault[] {
  return Object.entries({ stories, entities }).flatMap(([list, topics]) =>
    topics.flatMap(({ slug }, index) => {
      const expected = 'a slug that is not a word of the commands';
      return isReserved(slug) ? [{ path: `${list}[${index}].slug`, found: inShort(slug), expected }] : [];
    }),
  );
}

function repeatedLines(bundle: Bundle): Fault[] {
  const { stories, entities, relations, entries, questions } = bundle;
  const sentences = relations.map(({ subject, role, object }) => `${subject} — ${role} — ${object}`);
  const slugOf = (line: { slug: string }) => line.slug;
  const keyOf = (line: { key: string }) => line.key;
  // A repeated key is told as that, and not once more as an origin.
  const originOf = (line: BundleEntry | BundleQuestion, at: number) =>
    'origin' in line || 'originKey' in line ? originKeyOf(bundle, line) : `its own ${at}`;
  return [
    ...repeats(stories.map(slugOf), (at) => `stories[${at}].slug`),
    ...repeats(entities.map(slugOf), (at) => `entities[${at}].slug`),
    ...repeats(sentences, (at) => `relations[${at}]`),
    ...repeats(entries.map(keyOf), (at) => `entries[${at}].key`),
    ...repeats(questions.map(keyOf), (at) => `questions[${at}].key`),
    ...repeats(entries.map(originOf), (at) => `entries[${at}].origin.key`),
    ...repeats(questions.map(originOf), (at) => `questions[${at}].originKey`),
  ];
}

function repeats(values: readonly string[], pathOf: (at: number) => string): Fault[] {
  const first = new Map<string, number>();
  return values.flatMap((value, at) => {
    const earlier = first.get(value);
    if (earlier === undefined) {
      first.set(value, at);
      return [];
    }
    return [{ path: pathOf(at), found: inShort(value), expected: `another than ${pathOf(earlier)}` }];
  });
}

type NamedStory = Pick<Story, 'slug' | 'aliases' | 'renamedTo'>;

/** A story's slug and another's alias may not be one name: only one of the two could be asked for. */
function sharedStoryNames(newsroom: Newsroom, bundle: Bundle): Fault[] {
  // The parts of a long bundle but for its first: the newsroom may have thousands of names to compare with.
  if (bundle.stories.length === 0) return [];
  const all: NamedStory[] = [...newsroom.stories.all(), ...bundle.stories];
  const slugOwners = owners(all, ({ slug, renamedTo }) => [slug, ...(renamedTo ? [renamedTo] : [])]);
  const aliasOwners = owners(all, ({ aliases }) => aliases);

  const taken = (path: string, name: string, holders: string[], own: string): Fault[] => {
    const other = holders.find((holder) => holder !== own);
    if (other === undefined) return [];
    return [{ path, found: inShort(name), expected: `a name that the story ${other} does not have` }];
  };
  return bundle.stories.flatMap(({ slug, aliases }, index) => {
    if (newsroom.stories.get(slug)) return [];
    const held = [...slugOwners(slug), ...aliasOwners(slug)];
    return [
      ...taken(`stories[${index}].slug`, slug, held, slug),
      ...aliases.flatMap((alias, at) =>
        taken(`stories[${index}].aliases[${at}]`, alias, slugOwners(alias), slug),
      ),
    ];
  });
}

function owners(stories: readonly NamedStory[], namesOf: (story: NamedStory) => readonly string[]) {
  const found = new Map<string, string[]>();
  for (const story of stories) {
    for (const name of namesOf(story).map(foldName)) {
      found.set(name, [...(found.get(name) ?? []), story.slug]);
    }
  }
  return (name: string): string[] => found.get(foldName(name)) ?? [];
}
