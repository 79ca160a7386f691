import { type Correction, correctEntry, patchBetween } from '../../domain/editing/entries/correct-entry.ts';
import { entryFieldsOf, tidy } from '../../domain/editing/entries/entry-fields.ts';
import { fieldsOf } from '../../domain/editing/entries/print-entry.ts';
import { readCorrection } from '../../domain/editing/entries/read-correction.ts';
import { problemPage } from '../../domain/pages/problems/problem-page.ts';
import type { FieldFault } from '../../domain/problem.ts';
import type { Entry, EntryContent } from '../../domain/records/entry.ts';
import { isOffTheRecord } from '../../domain/rules/off-the-record.ts';
import { clarifyWarning, standardsOf, type Warning } from '../../domain/rules/standards.ts';
import type { Asking, Outcome } from '../commands/verb.ts';
import { actOf, correctionForm } from '../forms/correction-form.ts';
import { readingAt } from '../forms/entry-form.ts';
import { hiddenFields } from '../forms/fill-form.ts';
import type { Form, Typed } from '../forms/form.ts';
import { accepting, recordAnyway, unaccepted, warningParts } from '../forms/warned.ts';
import { toldOfAct } from './told-of-act.ts';

/** What comes of correcting or clarifying an entry as these fields say. */
export function correctOutcome(asking: Asking, entry: Entry, sent: Typed, about: Form['about']): Outcome {
  const typed = { ...keptHidden(asking, entry, about), ...sent };
  const act = actOf(typed, about);
  const fields = entryFieldsOf(typed);
  const reason = tidy(typed['reason']);
  if (isOffTheRecord(fields) || isOffTheRecord({ text: reason })) return { problem: 'off-the-record' };
  const { wanted, faults } = readCorrection(asking.newsroom, entry, fields, readingAt(asking, about));
  const all = [...faults, ...reasonFaults(act, reason)];
  const again = { act, typed, about };
  if (!wanted || all.length > 0) return correctionForm(asking, entry, { ...again, faults: all });
  const set = patchBetween(entry, wanted);
  if (Object.keys(set).length === 0) return { problem: 'entry-unchanged', id: entry.id };
  const warnings = unaccepted(warningsFor(act, entry, wanted), about);
  if (warnings.length > 0) {
    const notice = warningParts(warnings);
    return correctionForm(asking, entry, {
      ...again,
      about: accepting(about, warnings),
      notice,
      submit: recordAnyway,
    });
  }
  const { id, revisions } = entry;
  const { viewer } = asking;
  return {
    decide: correctEntry({ id, act, set, reason: reason || undefined, revision: revisions.length, viewer }),
    told: (newsroom) =>
      toldOfAct(newsroom, asking, { id, act: act === 'correct' ? 'entry-corrected' : 'entry-clarified' }),
    instead: (problem) => correctionForm(asking, entry, { ...again, notice: problemPage(problem).parts }),
  };
}

/** Fields that were too long for the form were not sent back: they stay as they are. */
function keptHidden({ newsroom }: Asking, entry: Entry, about: Form['about']): Typed {
  const hidden = hiddenFields(about);
  return Object.fromEntries(
    Object.entries(fieldsOf(newsroom, entry)).filter(([name]) => hidden.includes(name)),
  );
}

function reasonFaults(act: Correction, reason: string): FieldFault[] {
  if (reason.length > 2000) return [{ field: 'reason', message: 'At most 2,000 characters.' }];
  if (act === 'clarify' || reason !== '') return [];
  return [{ field: 'reason', message: 'Say what was wrong: whoever was shown the entry is told.' }];
}

/** Nobody is warned of what was so before and is left as it was. */
function warningsFor(act: Correction, entry: Entry, wanted: EntryContent): Warning[] {
  const before = new Set(standardsOf(entry).map(({ rule }) => rule));
  const fresh = standardsOf(wanted).filter(({ rule }) => !before.has(rule));
  return act === 'clarify' ? [...clarifyWarning(entry, wanted), ...fresh] : fresh;
}
