import { printList } from '../../language/read-options.ts';
import type { FieldFault } from '../../problem.ts';
import {
  type Entity,
  type EntityContent,
  entityContentSchema,
  entitySchemata,
} from '../../records/entity.ts';
import { FieldReading, type TypedFields } from '../read-fields.ts';
import type { EntityPatch } from './edit-entity.ts';

type EntityWords = Omit<EntityContent, 'slug'>;

const names = { most: 50, each: 120 };
const { country, wikidataId, website } = entityContentSchema.shape;

/** What the fields say of an entity, or what is wrong with them. */
export function readEntityFields(typed: TypedFields): { entity: EntityWords } | { faults: FieldFault[] } {
  const reading = new FieldReading(typed);
  const name = reading.required('name', { label: 'Name', most: 200, missing: 'Give the name.' });
  const schema = reading.choice('schema', entitySchemata);
  if (!typed['schema']?.trim()) reading.refuse('schema', `Say what it is: ${entitySchemata.join(', ')}.`);
  const summary = reading.text('summary', { label: 'Summary', most: 1000 });
  const checked = {
    country: checkedBy(country, typed['country']?.toLowerCase(), () =>
      reading.refuse('country', 'A country is two letters, like us or cn.'),
    ),
    wikidataId: checkedBy(wikidataId, typed['wikidataId']?.toUpperCase(), () =>
      reading.refuse('wikidataId', 'A Wikidata id looks like Q44294.'),
    ),
    website: checkedBy(website, typed['website'], () =>
      reading.refuse('website', 'A website begins with https:// or http://.'),
    ),
  };
  const entity: EntityWords = {
    name,
    schema: schema ?? 'Organization',
    aliases: reading.list('aliases', { label: 'Other names', ...names }),
    previousNames: reading.list('previousNames', { label: 'Former names', ...names }),
    weakAliases: reading.list('weakAliases', { label: 'Names too common alone', ...names }),
    ...(summary ? { summary } : {}),
    ...(checked.country ? { country: checked.country } : {}),
    ...(checked.wikidataId ? { wikidataId: checked.wikidataId } : {}),
    ...(checked.website ? { website: checked.website } : {}),
  };
  return reading.faults.length > 0 ? { faults: reading.faults } : { entity };
}

function checkedBy(
  schema: { safeParse(value: unknown): { success: boolean } },
  typed: string | undefined,
  refuse: () => undefined,
): string | undefined {
  const text = typed?.trim() || undefined;
  return text === undefined || schema.safeParse(text).success ? text : refuse();
}

/** The entity as its fields would be typed, so that what is untouched reads back as it stands. */
export const entityAsTyped = (entity: Entity): { [field: string]: string } => ({
  name: entity.name,
  schema: entity.schema,
  aliases: printList(entity.aliases),
  previousNames: printList(entity.previousNames),
  weakAliases: printList(entity.weakAliases),
  summary: entity.summary ?? '',
  country: entity.country ?? '',
  wikidataId: entity.wikidataId ?? '',
  website: entity.website ?? '',
});

/** The edit that makes an entity what the fields say; fields that were not shown are not touched. */
export function entityPatch(words: EntityWords, hidden: readonly string[]): EntityPatch {
  const {
    summary = null,
    country: land = null,
    wikidataId: id = null,
    website: site = null,
    ...rest
  } = words;
  const patch = { ...rest, summary, country: land, wikidataId: id, website: site };
  return Object.fromEntries(Object.entries(patch).filter(([field]) => !hidden.includes(field)));
}
