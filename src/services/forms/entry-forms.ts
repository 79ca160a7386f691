import { entryFieldsOf } from '../../domain/editing/entries/entry-fields.ts';
import { findStanding } from '../../domain/editing/entries/find-entry.ts';
import { isProblem } from '../../domain/problem.ts';
import { type ActOutcome, embargoOutcome, verifyOutcome, withdrawOutcome } from '../outcomes/act-outcomes.ts';
import { addOutcome } from '../outcomes/add-outcome.ts';
import { correctOutcome } from '../outcomes/correct-outcome.ts';
import { type ActForm, actForms, isSeen, secondActForm } from './act-forms.ts';
import { correctionFormAgain, secondEditorForm } from './correction-form.ts';
import { entryFormAgain } from './entry-form.ts';
import { fillForm } from './fill-form.ts';
import type { FormReader } from './form.ts';

const entryReader: FormReader = {
  needs: 'contributor',
  read: (typed, about, asking) => addOutcome(asking, entryFieldsOf(typed), { about }),
  again: entryFormAgain,
};

const correctionReader: FormReader = {
  needs: 'editor',
  read: (typed, about, asking) => {
    const entry = findStanding(asking.newsroom, about['id'] ?? '', asking);
    if (isProblem(entry)) return entry;
    return String(entry.revisions.length) === about['revision']
      ? correctOutcome(asking, entry, typed, about)
      : secondEditorForm(asking, entry, typed, about);
  },
  again: correctionFormAgain,
};

const actReader = (form: ActForm, outcome: ActOutcome): FormReader => ({
  needs: 'editor',
  read: (typed, about, asking) => {
    const entry = findStanding(asking.newsroom, about['id'] ?? '', asking);
    if (isProblem(entry)) return entry;
    return isSeen(entry, about)
      ? outcome(asking, entry, typed)
      : secondActForm(form, asking, { entry, typed, about });
  },
  again: (typed, about, why) => fillForm(form.blank(about['id'] ?? ''), { typed, about, notice: why.parts }),
});

/** The forms of entries, by name. */
export const entryForms: { readonly [name: string]: FormReader } = {
  entry: entryReader,
  correction: correctionReader,
  withdrawal: actReader(actForms.withdrawal, withdrawOutcome),
  verification: actReader(actForms.verification, verifyOutcome),
  embargo: actReader(actForms.embargo, embargoOutcome),
};
