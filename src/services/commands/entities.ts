import { entityAsTyped } from '../../domain/editing/entities/entity-fields.ts';
import { namedTopic } from '../../domain/finding/named-topic.ts';
import { aroundQuotes, readOptions } from '../../domain/language/read-options.ts';
import { isProblem, type Problem } from '../../domain/problem.ts';
import { entitySchemata } from '../../domain/records/entity.ts';
import type { Topic } from '../../domain/records/identifiers.ts';
import { addEntityForm, editEntityForm, entityForm } from '../forms/entity-form.ts';
import type { Typed } from '../forms/form.ts';
import { inOneLine } from './in-one-line.ts';
import type { Asking, Outcome, Verb } from './verb.ts';

/** Keys of a command and the fields they fill. */
const fieldsByKey = {
  name: 'name',
  type: 'schema',
  slug: 'slug',
  country: 'country',
  website: 'website',
  wikidata: 'wikidataId',
  summary: 'summary',
  aliases: 'aliases',
  former: 'previousNames',
  weak: 'weakAliases',
} as const;
type Key = keyof typeof fieldsByKey;
const keys = {
  words: ['name', 'type', 'slug', 'country', 'website', 'wikidata', 'summary'],
  lists: ['aliases', 'former', 'weak'],
} as const;

export const entityAddVerb: Verb = {
  name: 'entity add',
  usage: 'entity add "Name" person | company | organization | public body | place | product [aliases: …]',
  summary: 'Adds a person, a body, a place or a product; without words, a form asks for them.',
  example: 'entity add "Jim Farley" person aliases: Farley, James Farley',
  needs: 'editor',
  keepsText: true,
  answer: (words, asking) => {
    const { rest, options, mistyped } = readOptions<Key>(words, keys);
    if (mistyped) return { problem: 'unknown-option', ...mistyped };
    const typed: Typed = { ...nameAndSchema(rest), ...byField(options) };
    return typed['name'] && typed['schema'] ? entityForm.read(typed, {}, asking) : addEntityForm({ typed });
  },
};

const byField = ({ type, ...options }: { readonly [K in Key]?: string }): Typed => ({
  ...Object.fromEntries(Object.entries(options).map(([key, value]) => [fieldsByKey[key as Key], value])),
  ...(type === undefined ? {} : { schema: schemaNames.get(type.replace(/\s/g, '').toLowerCase()) ?? type }),
});

const schemaNames = new Map<string, string>([
  ['organisation', 'Organization'],
  ...entitySchemata.map((schema) => [schema.toLowerCase(), schema] as const),
]);

/** `"Jim Farley" person`, `Jim Farley, person`: what it is stands last. */
function nameAndSchema(text: string): Typed {
  const quoted = aroundQuotes(text);
  const given = quoted && quoted.before === '' ? quoted : undefined;
  const words = (given ? given.after : text).split(/[\s,]+/).filter(Boolean);
  const [schema, length] = lastSchema(words);
  const unquotedName = words.slice(0, words.length - length).join(' ');
  const name = given?.quoted ?? unquotedName;
  return { ...(name ? { name } : {}), ...(schema ? { schema } : {}) };
}

function lastSchema(words: readonly string[]): [schema: string | undefined, length: number] {
  for (const length of [2, 1]) {
    const schema = schemaNames.get(words.slice(-length).join('').toLowerCase());
    if (schema && words.length >= length) return [schema, length];
  }
  return [undefined, 0];
}

export const entityEditVerb: Verb = {
  name: 'entity edit',
  usage: 'entity edit ENTITY [name:"…"] [aliases: …] [former: …] [country:us] [website:…]',
  summary: 'Changes what is said of an entity; a name it had keeps leading to it.',
  example: 'entity edit ford aliases: Ford Motor, Blue Oval',
  needs: 'editor',
  keepsText: true,
  answer: (words, asking) => {
    const { rest } = readOptions<Key>(words, keys);
    return editEntity(words, asking, namedTopic(asking.newsroom, rest, { ...asking, kind: 'entity' }));
  },
};

/** `problem`: why the words that are no story's keys named nothing; an entity's keys may part them otherwise. */
export function editEntity(words: string, asking: Asking, named: Topic | Problem): Outcome {
  const { rest, options, mistyped } = readOptions<Key>(words, keys);
  const topic = isProblem(named) ? namedTopic(asking.newsroom, rest, { ...asking, kind: 'entity' }) : named;
  if (mistyped) return { problem: 'unknown-option', ...mistyped };
  if (isProblem(topic)) return isProblem(named) ? named : topic;
  const entity = asking.newsroom.entities.get(topic.slug);
  if (!entity) throw new Error(`${topic.slug} was found and is not there`);
  const form = editEntityForm(entity);
  const given = byField(options);
  if (Object.keys(given).length === 0) return form;
  return inOneLine(entityForm.read({ ...entityAsTyped(entity), ...given }, form.about, asking));
}
