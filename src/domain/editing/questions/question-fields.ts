import { isOverdue } from '../../briefing/questions.ts';
import { beginningOf } from '../../language/cut-text.ts';
import { formatMoment, instantsAt, localTime } from '../../language/dates.ts';
import { readMoment } from '../../language/read-date.ts';
import { readPerson } from '../../language/read-person.ts';
import type { FieldFault } from '../../problem.ts';
import type { Instant } from '../../records/moment.ts';
import type { QuestionContent } from '../../records/question.ts';
import { FieldReading, type TypedFields } from '../read-fields.ts';

interface Asked {
  now: Instant;
  zone: string;
  /** Who `me` is. */
  person?: string;
}

export type Assigned = Pick<QuestionContent, 'owner' | 'due'>;

/** The question's words, who is to find out and until when, or what is wrong with them. */
export function readQuestionFields(
  typed: TypedFields,
  asked: Asked,
): { question: Omit<QuestionContent, 'story'> } | { faults: FieldFault[] } {
  const reading = new FieldReading(typed);
  const text = reading.required('text', {
    label: 'Question',
    most: 500,
    missing: 'Write what the newsroom does not know.',
  });
  const question = { text, ...assigned(typed, asked, reading) };
  return reading.faults.length > 0 ? { faults: reading.faults } : { question };
}

export function readAssignment(
  typed: TypedFields,
  asked: Asked,
): { assigned: Assigned } | { faults: FieldFault[] } {
  const reading = new FieldReading(typed);
  const found = assigned(typed, asked, reading);
  return reading.faults.length > 0 ? { faults: reading.faults } : { assigned: found };
}

const assigned = (typed: TypedFields, asked: Asked, reading: FieldReading): Assigned => {
  const [owner, due] = [readOwner(typed, asked, reading), readDue(typed, asked, reading)];
  return { ...(owner ? { owner } : {}), ...(due ? { due } : {}) };
};

function readOwner(typed: TypedFields, { person }: Asked, reading: FieldReading): string | undefined {
  const text = typed['owner']?.trim();
  if (!text) return undefined;
  const who = `I can’t tell who “${beginningOf(text, 40)}” is: type @ and pick the person from Slack’s list.`;
  return readPerson(text, person) ?? reading.refuse('owner', who);
}

/** A due date is one to come, on the newsroom's clocks; `friday` is the next one. */
function readDue(typed: TypedFields, { now, zone }: Asked, reading: FieldReading): string | undefined {
  const text = typed['due']?.trim();
  if (!text) return undefined;
  const moment = readMoment(text, { now, zone, weekdays: 'coming' });
  if ('fault' in moment) return reading.refuse('due', moment.fault);
  const [instant] = moment.zone && moment.zone !== zone ? instantsAt(moment.date, moment.zone) : [];
  const due = instant ? localTime(instant, zone) : moment.date;
  if (!isOverdue({ due }, now, zone)) return due;
  return reading.refuse('due', `${formatMoment({ date: due })} is past: give a date to come.`);
}
