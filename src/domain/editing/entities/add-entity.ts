import type { Change } from '../../change.ts';
import { foldName } from '../../language/fold-name.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Problem } from '../../problem.ts';
import type { EntityContent } from '../../records/entity.ts';
import { freeSlug, slugProblem } from '../choose-slug.ts';
import { isRepeated } from '../is-repeated.ts';

/** An entity as it is typed: its slug is made from its name unless one is given. */
export type NewEntity = Omit<EntityContent, 'slug'> & { slug?: string };

/** A person, a body, a place or a product. The same submission twice adds one; a name may be shared. */
export const addEntity =
  ({ slug, ...content }: NewEntity, by: string) =>
  (newsroom: Newsroom): Change[] | Problem => {
    if (repeatedEntity(newsroom, content, by)) return [];
    const retry = (near: string) => `entity add "${content.name}" slug:${near}`;
    const refused = slug === undefined ? undefined : slugProblem(newsroom, 'entity', slug, retry);
    if (refused) return refused;
    const entity = { slug: slug ?? freeSlug(newsroom, 'entity', content.name), ...content };
    return [{ type: 'entity-added', entity }];
  };

/** The slug under which this very content was added by the same person. */
export function repeatedEntity(
  { entities }: Newsroom,
  content: Omit<EntityContent, 'slug'>,
  by: string,
): string | undefined {
  const named = entities.where(entities.by.name, foldName(content.name));
  return [...named].find((entity) => isRepeated(entity, content, by))?.slug;
}
