import type { Look } from '../../briefing/standing.ts';
import { mentionsIn } from '../../finding/tag-entities.ts';
import { inferKind } from '../../language/infer-kind.ts';
import { readMoment } from '../../language/read-date.ts';
import { readDeadline } from '../../language/read-deadline.ts';
import { wordsOf } from '../../language/words-of.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { FieldFault } from '../../problem.ts';
import type { EntryContent, EntryKind } from '../../records/entry.ts';
import type { Slug } from '../../records/identifiers.ts';
import { readEntities, readStories } from '../read-topics.ts';
import type { EntryFields } from './entry-fields.ts';
import { kinds, readWord, verificationLevels } from './entry-words.ts';
import { readEntrySources } from './read-entry-sources.ts';
import { readFigure, readResponse, readSpeaker } from './read-kind-fields.ts';

/** For whom, when and where the fields are read. */
export interface ReadingAt extends Look {
  zone: string;
  /** The entities that a form showed as tagged: those taken out of its field are not tagged again. */
  offered?: readonly Slug[];
  /** Whether a response without a number may be tied to the one claim it can mean: nobody was asked for it. */
  mayGuess?: boolean;
  /** An entry that is corrected may be in several stories, closed ones too; a new one goes into one that is open. */
  isCorrection?: boolean;
}

/** What was understood of the fields, one by one: a faulty field is absent, and said why. */
export interface EntryReading {
  values: { -readonly [Name in keyof AllFields]?: AllFields[Name] };
  faults: FieldFault[];
  /** What the person should know of how something was understood. */
  notes: string[];
}

type FieldsOf<K extends EntryKind> = Extract<EntryContent, { kind: K }>;
type AllFields = Omit<EntryContent, 'kind' | 'origin'> & { kind: EntryKind } & Pick<
    FieldsOf<'figure'>,
    'figure'
  > &
  Pick<FieldsOf<'quote'>, 'speaker'> &
  Pick<FieldsOf<'response'>, 'response'>;

const mostText = 3000;
// Zero-width spaces and the like are a text that nobody can read.
const isVisible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** One reader for all the ways of adding and correcting an entry. */
export function readEntry(newsroom: Newsroom, typed: EntryFields, at: ReadingAt): EntryReading {
  const reading: EntryReading = { values: {}, faults: [], notes: [] };
  const fields = withInferred(newsroom, typed);
  readKind(fields, reading);
  readText(fields, reading);
  readStories(newsroom, fields, at, reading);
  readEntrySources(fields, reading);
  readVerification(fields, reading);
  readTimes(fields, at, reading);
  readUrgency(fields, reading);
  const { kind } = reading.values;
  if (kind === 'figure') readFigure(fields, at, reading);
  if (kind === 'quote') readSpeaker(newsroom, fields, reading);
  if (kind === 'response') readResponse(newsroom, fields, at, reading);
  readEntities(newsroom, fields, at, reading);
  return reading;
}

/** The fields with what the text itself shows them to be, where nobody said a kind, or who answers how. */
export function withInferred(newsroom: Newsroom, fields: EntryFields): EntryFields {
  const { text = '', kind } = fields;
  if (text === '') return fields;
  const inferred = inferKind(text, mentionsIn(newsroom, wordsOf(text)));
  if (kind !== undefined) {
    const isTold = inferred.kind === 'response' && kind.trim().toLowerCase() === 'response';
    return isTold ? { who: inferred.who, stance: inferred.stance, ...fields } : fields;
  }
  if (inferred.kind === 'fact') return { ...fields, kind: kindFromFields(fields) };
  if (inferred.kind === 'response')
    return { who: inferred.who, stance: inferred.stance, ...fields, kind: 'response' };
  return { speaker: inferred.speaker, ...fields, kind: 'quote', text: inferred.quote };
}

/** Somebody who gives a metric means a figure, whatever the text says. */
const kindFromFields = (fields: EntryFields): EntryKind => {
  if (fields.metric ?? fields.amount) return 'figure';
  if (fields.speaker) return 'quote';
  return (fields.stance ?? fields.respondsTo) ? 'response' : 'fact';
};

function readKind({ kind = 'fact' }: EntryFields, { values, faults }: EntryReading): void {
  const read = readWord(kinds, kind);
  if ('value' in read) values.kind = read.value;
  else faults.push({ field: 'kind', message: read.fault });
}

function readText({ text = '' }: EntryFields, { values, faults }: EntryReading): void {
  if (!isVisible.test(text))
    faults.push({ field: 'text', message: 'Write what the entry says, in a sentence or two.' });
  else if (text.length <= mostText) values.text = text;
  else {
    const length = text.length.toLocaleString('en');
    faults.push({
      field: 'text',
      message: `At most 3,000 characters, and this is ${length}: make it two entries.`,
    });
  }
}

/** Reported as long as somebody stands for it; confirmed only when a person says so. */
function readVerification(fields: EntryFields, { values, faults }: EntryReading): void {
  const isAttributed = (values.sources?.length ?? 0) > 0 || values.attribution !== undefined;
  const typed = fields.verification ?? (isAttributed ? 'reported' : 'unverified');
  const read = readWord(verificationLevels, typed);
  if ('value' in read) values.verification = read.value;
  else faults.push({ field: 'verification', message: read.fault });
}

function readTimes(
  { on, embargo }: EntryFields,
  at: ReadingAt,
  { values, faults, notes }: EntryReading,
): void {
  if (on !== undefined) {
    const moment = readMoment(on, at);
    if ('fault' in moment) faults.push({ field: 'on', message: `${moment.fault}.` });
    else values.occurred = moment;
  }
  if (embargo === undefined) return;
  const deadline = readDeadline(embargo, at);
  if ('fault' in deadline) {
    faults.push({ field: 'embargo', message: `${deadline.fault}.` });
    return;
  }
  values.embargoedUntil = deadline.until;
  if (deadline.note) notes.push(deadline.note);
}

function readUrgency({ urgency }: EntryFields, { values, faults }: EntryReading): void {
  if (urgency === undefined) return;
  if (/^[1-9]$/.test(urgency)) values.urgency = Number(urgency);
  else faults.push({ field: 'urgency', message: 'A number from 1, the most urgent, to 9.' });
}
