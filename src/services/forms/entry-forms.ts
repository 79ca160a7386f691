import { entryFieldsOf } from '../../domain/editing/entries/entry-fields.ts';
import { findStanding } from '../../domain/editing/entries/find-entry.ts';
import { isProblem } from '../../domain/problem.ts';
import { type ActOutcome, embargoOutcome, verifyOutcome, withdrawOutcome } from '../outcomes/act-outcomes.ts';
import { addOutcome } from '../outcomes/add-outcome.ts';
import { correctOutcome } from '../outcomes/correct-outcome.ts';
import { embargoBlank, verificationBlank, withdrawalBlank } from './act-forms.ts';
import { correctionFormAgain, secondEditorForm } from './correction-form.ts';
import { entryFormAgain } from './entry-form.ts';
import { type Blank, fillForm } from './fill-form.ts';
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
    const isSeen = String(entry.revisions.length) === about['revision'];
    return isSeen
      ? correctOutcome(asking, entry, typed, about)
      : secondEditorForm(asking, entry, typed, about);
  },
  again: correctionFormAgain,
};

const actReader = (blank: (id: string) => Blank, outcome: ActOutcome): FormReader => ({
  needs: 'editor',
  read: (typed, about, asking) => {
    const entry = findStanding(asking.newsroom, about['id'] ?? '', asking);
    return isProblem(entry) ? entry : outcome(asking, entry, typed);
  },
  again: (typed, about, why) => fillForm(blank(about['id'] ?? ''), { typed, about, notice: why.parts }),
});

/** The forms of entries, by name. */
export const entryForms: { readonly [name: string]: FormReader } = {
  entry: entryReader,
  correction: correctionReader,
  withdrawal: actReader(withdrawalBlank, withdrawOutcome),
  verification: actReader(verificationBlank, verifyOutcome),
  embargo: actReader(embargoBlank, embargoOutcome),
};
