import { type Look, shownEntries } from '../../briefing/standing.ts';
import { beginningOf } from '../../language/cut-text.ts';
import { readMoment } from '../../language/read-date.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Entry } from '../../records/entry.ts';
import { readAmount } from '../read-number.ts';
import { oneEntity } from '../read-topics.ts';
import type { EntryFields } from './entry-fields.ts';
import { readWord, stanceChoices } from './entry-words.ts';
import type { EntryReading, ReadingAt } from './read-entry.ts';

export function readFigure(
  { metric = '', amount = '', unit: typedUnit, asOf }: EntryFields,
  at: ReadingAt,
  { values, faults }: EntryReading,
): void {
  const before = faults.length;
  const refuse = (field: string, message: string) => void faults.push({ field, message });
  if (metric === '') refuse('metric', 'What is counted: “share of battery production capacity”.');
  else if (metric.length > 120) refuse('metric', 'At most 120 characters.');
  const read = readAmount(amount);
  if (!read)
    refuse(
      'amount',
      amount === ''
        ? 'How much: 80, or over 80.'
        : `“${beginningOf(amount, 40)}” is no number; write 80, 1,200 or 2.5 million.`,
    );
  const unit = typedUnit ?? read?.unit ?? '';
  if (unit === '') refuse('unit', 'Of what: percent, people, dollars.');
  else if (unit.length > 40) refuse('unit', 'At most 40 characters.');
  const moment = asOf === undefined ? undefined : readMoment(asOf, at);
  if (moment && 'fault' in moment) refuse('asOf', `${moment.fault}.`);
  if (faults.length > before || !read) return;
  const { amount: number, bound } = read;
  values.figure = {
    metric,
    amount: number,
    unit,
    ...(bound ? { bound } : {}),
    ...(moment && 'date' in moment ? { asOf: moment.date } : {}),
  };
}

/** A speaker who is on record is known by their slug; others by the name as typed. */
export function readSpeaker(
  newsroom: Newsroom,
  { speaker = '' }: EntryFields,
  { values, faults }: EntryReading,
): void {
  if (speaker === '') faults.push({ field: 'speaker', message: 'Who said it: a name.' });
  else if (speaker.length > 200) faults.push({ field: 'speaker', message: 'At most 200 characters.' });
  else {
    const entity = oneEntity(newsroom, speaker);
    values.speaker = 'slug' in entity ? entity.slug : speaker;
  }
}

export function readResponse(
  newsroom: Newsroom,
  { who = '', stance = '', respondsTo }: EntryFields,
  at: ReadingAt,
  { values, faults }: EntryReading,
): void {
  const entity = who === '' ? { fault: 'Name a person or a body on record.' } : oneEntity(newsroom, who);
  if ('fault' in entity) faults.push({ field: 'who', message: entity.fault });
  const answer =
    stance === '' ? { fault: 'confirms, denies, declines or no-reply.' } : readWord(stanceChoices, stance);
  if ('fault' in answer) faults.push({ field: 'stance', message: answer.fault });
  const claim = respondsTo === undefined ? undefined : claimNamed(newsroom, respondsTo, at);
  if (respondsTo !== undefined && !claim)
    faults.push({
      field: 'respondsTo',
      message: `There is no entry ${beginningOf(respondsTo, 20)}; a number like E-31.`,
    });
  if ('fault' in entity || 'fault' in answer || (respondsTo !== undefined && !claim)) return;
  const guessed =
    at.mayGuess && !claim ? theOnlyClaim(newsroom, entity.slug, at, values.stories ?? []) : undefined;
  const to = claim ?? guessed;
  values.response = { entity: entity.slug, stance: answer.value, ...(to ? { respondsTo: to.id } : {}) };
}

/** What the viewer may not see is not there, here as everywhere. */
function claimNamed({ entries }: Newsroom, typed: string, at: ReadingAt): Entry | undefined {
  const entry = entries.get(typed.trim().toUpperCase().replace(/^#/, ''));
  return entry && shownEntries([entry], at)[0];
}

/** The one statement of the story that mentions whoever answers; of two, a person has to say which. */
function theOnlyClaim(
  { entries }: Newsroom,
  entity: string,
  at: ReadingAt,
  stories: readonly string[],
): Entry | undefined {
  const claims = claimsAbout({ entries }, entity, at, stories);
  return claims.length === 1 ? claims[0] : undefined;
}

/** The statements of the story that mention the entity: what it may be answering. */
export function claimsAbout(
  { entries }: Pick<Newsroom, 'entries'>,
  entity: string,
  look: Look,
  [story]: readonly string[],
): Entry[] {
  if (story === undefined) return [];
  return shownEntries(entries.where(entries.by.story, story), look).filter(
    ({ kind, entities }) => kind !== 'response' && kind !== 'background' && entities.includes(entity),
  );
}
