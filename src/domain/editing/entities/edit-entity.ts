import type { Change, ChangeOf } from '../../change.ts';
import { foldName } from '../../language/fold-name.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Problem } from '../../problem.ts';
import type { Entity } from '../../records/entity.ts';
import { changedFields, movedProblem, type Seen } from '../edited-record.ts';

export type EntityPatch = ChangeOf<'entity-edited'>['set'];

const mostNames = 50;

/** What an editor now says of an entity. A name it had keeps leading to it. */
export const editEntity =
  ({ key: slug, revision }: Seen, wanted: EntityPatch) =>
  (newsroom: Newsroom): Change[] | Problem => {
    const entity = newsroom.entities.get(slug);
    const moved = movedProblem(newsroom, 'entity', slug, revision);
    if (!entity || moved) return moved ?? [];
    const set = changedFields(entity, { ...wanted, ...formerName(entity, wanted) });
    const topic = { kind: 'entity', slug } as const;
    if (!set) return { problem: 'nothing-changed', says: 'That is what stands on record already.', topic };
    if ((set.previousNames?.length ?? 0) > mostNames) return { problem: 'too-many-names', most: mostNames };
    return [{ type: 'entity-edited', slug, set }];
  };

/** The old name joins the former ones, unless one of the names that stay is written alike. */
function formerName(
  entity: Entity,
  { name, aliases, previousNames }: EntityPatch,
): Pick<EntityPatch, 'previousNames'> {
  if (typeof name !== 'string' || name === entity.name) return {};
  const former = previousNames ?? entity.previousNames;
  const kept = [name, entity.slug, ...(aliases ?? entity.aliases), ...former].map(foldName);
  return kept.includes(foldName(entity.name)) ? {} : { previousNames: [...former, entity.name] };
}
