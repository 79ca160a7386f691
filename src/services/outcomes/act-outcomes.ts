import { embargoEntry } from '../../domain/editing/entries/embargo-entry.ts';
import { tidy } from '../../domain/editing/entries/entry-fields.ts';
import { readWord, verificationLevels } from '../../domain/editing/entries/entry-words.ts';
import { verifyEntry } from '../../domain/editing/entries/verify-entry.ts';
import { withdrawEntry } from '../../domain/editing/entries/withdraw-entry.ts';
import { readDeadline } from '../../domain/language/read-deadline.ts';
import { readSources } from '../../domain/language/read-source.ts';
import { problemPage } from '../../domain/pages/problems/problem-page.ts';
import type { FieldFault, Problem } from '../../domain/problem.ts';
import type { Entry } from '../../domain/records/entry.ts';
import { isEmbargoed } from '../../domain/rules/embargo.ts';
import { isOffTheRecord } from '../../domain/rules/off-the-record.ts';
import type { Asking, Outcome } from '../commands/verb.ts';
import { aboutOf, embargoBlank, verificationBlank, withdrawalBlank } from '../forms/act-forms.ts';
import { type Blank, fillForm } from '../forms/fill-form.ts';
import type { Form, Typed } from '../forms/form.ts';
import { toldOfAct } from './told-of-act.ts';

/** What comes of an act on an entry as these words say: it is done, or the form with what is wrong beside it. */
export type ActOutcome = (asking: Asking, entry: Entry, typed: Typed) => Outcome;

const mostReason = 2000;
const longReason = (reason: string): FieldFault[] =>
  reason.length > mostReason ? [{ field: 'reason', message: 'At most 2,000 characters.' }] : [];

const formOf = (blank: Blank, entry: Entry, typed: Typed, faults: readonly FieldFault[]): Form =>
  fillForm(blank, { typed, about: aboutOf(entry), faults });

const insteadOf =
  (blank: Blank, entry: Entry, typed: Typed) =>
  (problem: Problem): Form =>
    fillForm(blank, { typed, about: aboutOf(entry), notice: problemPage(problem).parts });

export const withdrawOutcome: ActOutcome = (asking, entry, typed) => {
  const { id } = entry;
  const reason = tidy(typed['reason']);
  if (isOffTheRecord({ text: reason })) return { problem: 'off-the-record' };
  const missing =
    reason === '' ? [{ field: 'reason', message: 'Say why: whoever was shown the entry is told.' }] : [];
  const faults = [...missing, ...longReason(reason)];
  if (faults.length > 0) return formOf(withdrawalBlank(id), entry, typed, faults);
  return {
    decide: withdrawEntry({ id, reason, viewer: asking.viewer }),
    told: (newsroom) => toldOfAct(newsroom, asking, { id, act: 'entry-withdrawn' }),
    instead: insteadOf(withdrawalBlank(id), entry, typed),
  };
};

export const verifyOutcome: ActOutcome = (asking, entry, typed) => {
  const { id } = entry;
  const reason = tidy(typed['reason']);
  const source = tidy(typed['source']);
  if (isOffTheRecord({ text: reason, source })) return { problem: 'off-the-record' };
  const level = readWord(verificationLevels, typed['verification'] ?? entry.verification);
  const levelFault = 'fault' in level ? [{ field: 'verification', message: level.fault }] : [];
  const isLong = source.split(/;\s|\n/).some((label) => label.length > 300);
  const sourceFault = isLong ? [{ field: 'source', message: 'At most 300 characters a source.' }] : [];
  const faults = [...levelFault, ...sourceFault, ...longReason(reason)];
  if (faults.length > 0 || 'fault' in level) return formOf(verificationBlank(id), entry, typed, faults);
  const sources = readSources(source).map((one) => ({ ...one, groundRules: 'unknown' as const }));
  const { viewer } = asking;
  return {
    decide: verifyEntry({ id, verification: level.value, sources, reason: reason || undefined, viewer }),
    told: (newsroom) => toldOfAct(newsroom, asking, { id, act: 'entry-verified' }),
    instead: insteadOf(verificationBlank(id), entry, typed),
  };
};

export const embargoOutcome: ActOutcome = (asking, entry, typed) => {
  const { id } = entry;
  const deadline = readDeadline(typed['until'] ?? '', asking);
  if ('fault' in deadline) {
    return formOf(embargoBlank(id), entry, typed, [{ field: 'until', message: `${deadline.fault}.` }]);
  }
  const { until, zone, note } = deadline;
  const wasShown = !isEmbargoed(entry, asking.now);
  const notes = [
    ...(note ? [note] : []),
    ...(wasShown ? ['It could be seen until now: messages that showed it are not taken back.'] : []),
  ];
  return {
    decide: embargoEntry({ id, until, viewer: asking.viewer }),
    told: (newsroom) => toldOfAct(newsroom, asking, { id, act: 'entry-embargoed', notes, zone }),
    instead: insteadOf(embargoBlank(id), entry, typed),
  };
};
