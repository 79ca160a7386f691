import type { Correction } from '../../domain/editing/entries/correct-entry.ts';
import { type EntryFields, entryFieldNames } from '../../domain/editing/entries/entry-fields.ts';
import { asChoices } from '../../domain/editing/entries/entry-words.ts';
import { fieldsOf } from '../../domain/editing/entries/print-entry.ts';
import type { Shift } from '../../domain/pages/done-page.ts';
import type { Page, Part } from '../../domain/pages/page.ts';
import type { FieldFault } from '../../domain/problem.ts';
import type { Entry } from '../../domain/records/entry.ts';
import { before } from '../../domain/records/revise.ts';
import type { Asking } from '../commands/verb.ts';
import { contentFields, storyField } from './entry-blank.ts';
import { type Blank, fillForm } from './fill-form.ts';
import type { Field, Form, Typed } from './form.ts';
import { firstEditorNotice, keptWords, saveOver } from './second-editor.ts';

interface Opening {
  notice?: readonly Part[];
  faults?: readonly FieldFault[];
  submit?: string;
  about?: Form['about'];
}

const actField: Field = {
  name: 'act',
  label: 'What this is',
  type: 'choice',
  options: [
    { value: 'correct', label: 'A correction: it was wrong' },
    { value: 'clarify', label: 'A clarification: it was right, badly put' },
  ],
};

const titles: { readonly [A in Correction]: { title: string; submit: string } } = {
  correct: { title: 'Correct', submit: 'Correct' },
  clarify: { title: 'Clarify', submit: 'Clarify' },
};

const blank = (act: Correction, id: string, kind: string | undefined): Blank => {
  const [text, ...others] = contentFields(kind);
  const reason: Field = {
    name: 'reason',
    label: act === 'correct' ? 'What was wrong' : 'Why',
    type: 'text',
    optional: act === 'clarify',
    hint: 'Told to everybody who was shown the entry.',
  };
  return {
    name: 'correction',
    title: `${titles[act].title} ${id}`.slice(0, 24),
    submit: titles[act].submit,
    fields: [actField, ...(text ? [text] : []), reason, ...others, storyField],
  };
};

export const actOf = (typed: Typed, about: Form['about']): Correction =>
  (typed['act'] ?? about['act']) === 'clarify' ? 'clarify' : 'correct';

/** The form of an entry as it stands, or with what was typed instead. */
export function correctionForm(
  { newsroom }: Asking,
  entry: Entry,
  { act, typed, ...opening }: Opening & { act: Correction; typed?: Typed },
): Form {
  const about = { ...opening.about, id: entry.id, act, revision: String(entry.revisions.length) };
  return filled({ act, ...(typed ?? fieldsOf(newsroom, entry)) }, about, opening);
}

export const correctionFormAgain = (typed: Typed, about: Form['about'], why: Page): Form =>
  filled(typed, about, { notice: why.parts });

function filled(given: Typed, about: Form['about'], { notice, faults, submit }: Opening): Form {
  const typed = asChoices(given);
  const form = blank(actOf(typed, about), about['id'] ?? '', typed['kind']);
  return fillForm(form, {
    typed,
    about,
    ...(notice ? { notice } : {}),
    ...(faults ? { faults } : {}),
    ...(submit ? { submit } : {}),
  });
}

/** Somebody saved first: what they changed stands above, one’s own words are kept, and one decides. */
export function secondEditorForm(asking: Asking, entry: Entry, typed: Typed, about: Form['about']): Form {
  const seen = new Set(entry.revisions.slice(Number(about['revision'])));
  const opened = fieldsOf(
    asking.newsroom,
    before(entry, (revision) => seen.has(revision)),
  );
  const current = fieldsOf(asking.newsroom, entry);
  const by = entry.revisions.at(-1)?.by ?? entry.by;
  return correctionForm(asking, entry, {
    act: actOf(typed, about),
    typed: { ...typed, ...keptWords(contentOf(typed), contentOf(opened), contentOf(current)) },
    about,
    notice: firstEditorNotice(by, shiftsBetween(opened, current)),
    submit: saveOver,
  });
}

const contentOf = (fields: { readonly [name: string]: string | undefined }): Typed =>
  Object.fromEntries(
    entryFieldNames.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  );

const labels = new Map(
  [...contentFields('figure'), ...contentFields('quote'), ...contentFields('response'), storyField].map(
    ({ name, label }) => [name, label],
  ),
);

const shiftsBetween = (was: EntryFields, is: EntryFields): Shift[] =>
  entryFieldNames
    .filter((name) => was[name] !== is[name])
    .map((name) => ({
      label: labels.get(name) ?? 'Verification',
      before: was[name] ?? '',
      after: is[name] ?? '',
    }));
