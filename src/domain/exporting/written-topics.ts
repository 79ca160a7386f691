import type { Bundle } from '../bundle.ts';
import { successor } from '../finding/find-topic.ts';
import { foldName } from '../language/fold-name.ts';
import type { Newsroom } from '../newsroom.ts';
import { type Entity, entityContentSchema } from '../records/entity.ts';
import { relationContentSchema } from '../records/relation.ts';
import { type Story, storyContentSchema } from '../records/story.ts';
import { pickedFrom } from './picked.ts';

const mostNames = { story: 30, entity: 50 };
const longestName = 120;

/** The permanent slug stays the key, so that the bundle is known again; newer names and merged ones are aliases. */
export function writtenStories(newsroom: Newsroom, stories: readonly Story[]): Bundle['stories'] {
  const merged = mergedInto(newsroom.stories.all(), newsroom.stories);
  const slugs = new Set(stories.map(({ slug }) => foldName(slug)));
  return stories.map((story) => {
    const former = (merged.get(story.slug) ?? []).flatMap((one) => [...slugsOf(one), ...one.aliases]);
    const own = [...story.aliases, ...slugsOf(story).slice(1)];
    const isFree = (name: string) => !slugs.has(foldName(name)) || foldName(name) === foldName(story.slug);
    return {
      ...pickedFrom(story, storyContentSchema.shape),
      aliases: names([...own, ...former].filter(isFree), mostNames.story),
      entities: story.entities.map((role) => ({
        ...role,
        entity: successor(newsroom.entities, role.entity),
      })),
    };
  });
}

const slugsOf = ({ slug, renamedTo }: Story): string[] => [slug, ...(renamedTo ? [renamedTo] : [])];

/** Every name that leads to an entity leads to it after the import. */
export function writtenEntities(newsroom: Newsroom, slugs: ReadonlySet<string>): Bundle['entities'] {
  const { entities } = newsroom;
  const merged = mergedInto(entities.all(), entities);
  return [...entities.all()]
    .filter(({ slug }) => slugs.has(slug))
    .map((entity) => {
      const former = merged.get(entity.slug) ?? [];
      const others = former.flatMap((one) => [one.slug, one.name, ...one.aliases, ...one.previousNames]);
      const known = new Set([entity.slug, entity.name, ...entity.previousNames].map(foldName));
      const weak = former.flatMap(({ weakAliases }) => weakAliases);
      return {
        ...pickedFrom(entity, entityContentSchema.shape),
        aliases: names(
          [...entity.aliases, ...others.filter((name) => !known.has(foldName(name)))],
          mostNames.entity,
        ),
        weakAliases: names([...entity.weakAliases, ...weak], mostNames.entity),
      };
    });
}

function mergedInto<Row extends Story | Entity>(
  all: Iterable<Row>,
  table: { get(key: string): Row | undefined },
): Map<string, Row[]> {
  const into = new Map<string, Row[]>();
  for (const row of all) {
    if (row.mergedInto === undefined) continue;
    const slug = successor(table, row.slug);
    into.set(slug, [...(into.get(slug) ?? []), row]);
  }
  return into;
}

const names = (all: readonly string[], most: number): string[] =>
  [...new Set(all)].filter((name) => name.length <= longestName).slice(0, most);

/** The relations that have both ends among these; said once where a merge made two of them one. */
export function relationsAmong(newsroom: Newsroom, slugs: ReadonlySet<string>): Bundle['relations'] {
  const said = new Map<string, Bundle['relations'][number]>();
  for (const relation of newsroom.relations.all()) {
    const subject = successor(newsroom.entities, relation.subject);
    const object = successor(newsroom.entities, relation.object);
    const sentence = `${subject} — ${relation.role} — ${object}`;
    if (!slugs.has(subject) || !slugs.has(object) || said.has(sentence)) continue;
    said.set(sentence, { ...pickedFrom(relation, relationContentSchema.shape), subject, object });
  }
  return [...said.values()];
}
