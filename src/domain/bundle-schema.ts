import { z } from 'zod';
import { bundleSchema } from './bundle.ts';
import type { EntryKind } from './records/entry.ts';
import { looseDateSchema, momentSchema } from './records/moment.ts';
import { sourceSchema } from './records/source.ts';

type Names = Map<z.core.$ZodType, z.core.GlobalMeta>;

/**
 * What editors of the file see when they hover or complete. The names live here and not on the schemas:
 * an id on a record would name it in every JSON Schema that is ever made from it.
 */
function bundleNames(): Names {
  const { shape } = bundleSchema;
  const names: Names = new Map();
  const name = (schema: z.core.$ZodType, id: string, description: string) =>
    names.set(schema, { id, title: id, description });

  names.set(bundleSchema, {
    title: 'Slugline bundle',
    description: 'Stories, who is in them, what is known and what is not, written by hand for import.',
  });
  name(sourceSchema, 'Source', 'Where an entry comes from. Unnamed people are counted, never named.');
  name(looseDateSchema, 'Date', 'As precise as it is known: 2024, 2024-09, 2024-09-26 or 2024-09-26T14:05.');
  name(momentSchema, 'Moment', 'When it happened, no more precise than it is known.');
  name(shape.stories.unwrap().element, 'Story', 'What an editor says of a story.');
  name(shape.entities.unwrap().element, 'Entity', 'A person, a body, a place or a product.');
  name(shape.relations.unwrap().element, 'Relation', 'Reads as a sentence: subject, role, object.');
  name(shape.questions.unwrap().element, 'Question', 'What the newsroom does not know yet.');

  const entry = shape.entries.unwrap().element;
  name(entry, 'Entry', 'One statement, of one of six kinds.');
  for (const option of entry.options) {
    const kind = option.shape.kind.value;
    name(option, `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, kindMeanings[kind]);
  }
  return names;
}

const kindMeanings: Record<EntryKind, string> = {
  fact: 'A state of affairs, said by somebody who can be named.',
  figure: 'A number, with what it counts.',
  quote: 'Somebody’s own words.',
  event: 'Something that happened.',
  response: 'What one of those involved says to it, or that they say nothing.',
  background: 'What explains the story without being news.',
};

/** The JSON Schema of a bundle file, as its writer types it: fields with a default may be left out. */
export function bundleJsonSchema(): z.core.JSONSchema.JSONSchema {
  const names = bundleNames();
  const metadata = z.registry<z.core.GlobalMeta>();
  const described = (schema: z.core.$ZodType) => ({ ...z.globalRegistry.get(schema), ...names.get(schema) });
  metadata.get = described as typeof metadata.get;
  return z.toJSONSchema(bundleSchema, { io: 'input', metadata });
}
