import { type EntryContent, entryContentSchema } from '../../records/entry.ts';
import type { EntryReading } from './read-entry.ts';

type Values = EntryReading['values'];

/** What stands in an entry of each kind, and in no other. */
const ownFields = {
  fact: undefined,
  event: undefined,
  background: undefined,
  figure: 'figure',
  quote: 'speaker',
  response: 'response',
} as const;
export const kindFields = ['figure', 'speaker', 'response'] as const;

/** The entry of faultless values. A value that the record does not take after all is our bug. */
export function wholeEntry(values: Values): EntryContent {
  const { figure, speaker, response, kind = 'fact', ...shared } = values;
  const own = { figure, speaker, response };
  const field = ownFields[kind];
  return entryContentSchema.parse({ ...shared, kind, ...(field ? { [field]: own[field] } : {}) });
}
