import { namedTopic } from '../../finding/named-topic.ts';
import { beginningOf } from '../../language/cut-text.ts';
import { readMoment } from '../../language/read-date.ts';
import type { Newsroom } from '../../newsroom.ts';
import { type FieldFault, isProblem } from '../../problem.ts';
import type { Instant } from '../../records/moment.ts';
import { FieldReading, type TypedFields } from '../read-fields.ts';
import type { Related } from './relate.ts';

interface When {
  now: Instant;
  zone: string;
}

/** What the fields say of two entities, or what is wrong with them. */
export function readRelationFields(
  newsroom: Newsroom,
  typed: TypedFields,
  when: When,
): { related: Related } | { faults: FieldFault[] } {
  const reading = new FieldReading(typed);
  const source = reading.text('source', { label: 'Source', most: 300 });
  const [since, until] = [readDay('since', typed, when, reading), readDay('until', typed, when, reading)];
  if (since && until && until < since.slice(0, until.length))
    reading.refuse('until', 'That is before it began.');
  const related: Related = {
    subject: readEnd(newsroom, 'subject', typed, reading),
    role: reading.required('role', {
      label: 'What ties them',
      most: 120,
      missing: 'Say what ties them, like “chief executive of”.',
    }),
    object: readEnd(newsroom, 'object', typed, reading),
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
    ...(source ? { sources: [{ kind: 'named', label: source, groundRules: 'unknown' }] } : {}),
  };
  return reading.faults.length > 0 ? { faults: reading.faults } : { related };
}

function readEnd(newsroom: Newsroom, field: string, typed: TypedFields, reading: FieldReading): string {
  const name = typed[field]?.trim() ?? '';
  const found = name === '' ? undefined : namedTopic(newsroom, name, { kind: 'entity' });
  if (found && !isProblem(found)) return found.slug;
  const choices = found?.problem === 'ambiguous-topic' ? found.choices : [];
  const meant = choices.map(({ topic }) => topic.slug).join(' or ');
  const known = meant ? `More than one is called “${beginningOf(name, 40)}”: write ${meant}.` : undefined;
  reading.refuse(
    field,
    known ??
      (name
        ? `“${beginningOf(name, 40)}” is no entity on record: add it first.`
        : 'Name a person or a body.'),
  );
  return '';
}

function readDay(
  field: string,
  typed: TypedFields,
  { now, zone }: When,
  reading: FieldReading,
): string | undefined {
  const text = typed[field]?.trim();
  if (!text) return undefined;
  const moment = readMoment(text, { now, zone });
  return 'fault' in moment ? reading.refuse(field, moment.fault) : moment.date;
}
