import type { Newsroom } from '../../newsroom.ts';
import type { FieldFault } from '../../problem.ts';
import { contentOf, type Entry, type EntryContent } from '../../records/entry.ts';
import type { EntryFieldName, EntryFields } from './entry-fields.ts';
import { fieldsOf } from './print-entry.ts';
import { type EntryReading, type ReadingAt, readEntry } from './read-entry.ts';
import { wholeEntry } from './whole-entry.ts';

type Values = EntryReading['values'];

/** Which part of the record each field of a form is about. */
const parts: { readonly [Part in keyof Values]: readonly EntryFieldName[] } = {
  kind: ['kind'],
  text: ['text'],
  stories: ['story'],
  entities: ['entities', 'text', 'who', 'speaker'],
  sources: ['source', 'rules', 'count'],
  attribution: ['attribution'],
  occurred: ['on'],
  urgency: ['urgency'],
  figure: ['metric', 'amount', 'unit', 'asOf'],
  speaker: ['speaker'],
  response: ['who', 'stance', 'respondsTo'],
};

export interface CorrectionReading {
  /** The entry as it would stand; absent when there are faults. */
  wanted?: EntryContent;
  faults: FieldFault[];
}

/**
 * Reads a correction: only what the person altered is read anew, so that a source with its publisher, or a date
 * that came without a zone, is not made poorer by having been shown in a form.
 */
export function readCorrection(
  newsroom: Newsroom,
  entry: EntryContent,
  typed: EntryFields,
  at: ReadingAt,
): CorrectionReading {
  const shown = fieldsOf(newsroom, entry);
  const isAltered = (field: EntryFieldName) => (typed[field] ?? '') !== (shown[field] ?? '');
  const kindChanged = isAltered('kind');
  const reading = readEntry(
    newsroom,
    { ...typed, kind: typed.kind ?? entry.kind },
    { ...at, offered: at.offered ?? entry.entities, isCorrection: true },
  );
  const altered = (Object.keys(parts) as (keyof Values)[]).filter(
    (part) => parts[part]?.some(isAltered) || (kindChanged && part in ownParts),
  );
  const fields = new Set<string>(altered.flatMap((part) => parts[part] ?? []));
  const faults = reading.faults.filter(({ field }) => fields.has(field));
  if (faults.length > 0) return { faults };
  const values: Record<string, unknown> = contentOf(entry as Entry);
  for (const part of altered)
    values[part] = part === 'sources' ? sourcesOf(entry, reading) : reading.values[part];
  return { wanted: wholeEntry(values as Values), faults };
}

const ownParts = { figure: true, speaker: true, response: true };

/** A source whose words were left as they are keeps what the form does not show of it. */
function sourcesOf(entry: EntryContent, { values: { sources = [] } }: EntryReading): EntryContent['sources'] {
  const alone = sources.length === 1;
  return sources.map((source) => {
    const before = entry.sources.find(({ label }) => label === source.label);
    if (!before) return source;
    if (!alone) return before;
    const { count: _count, ...kept } = before;
    return {
      ...kept,
      kind: source.count === undefined ? before.kind : source.kind,
      groundRules: source.groundRules,
      ...(source.count === undefined ? {} : { count: source.count }),
    };
  });
}
