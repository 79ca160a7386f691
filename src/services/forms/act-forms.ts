import { verificationLevels } from '../../domain/editing/entries/entry-words.ts';
import { localTime } from '../../domain/language/dates.ts';
import { differences } from '../../domain/pages/difference.ts';
import type { Entry, EntryContent } from '../../domain/records/entry.ts';
import { before } from '../../domain/records/revise.ts';
import type { Asking } from '../commands/verb.ts';
import { type Blank, fillForm } from './fill-form.ts';
import type { Field, Form, Typed } from './form.ts';
import { firstEditorNotice, keptWords, saveOver } from './second-editor.ts';

/** An act on an entry that changes no words of it, as a form. */
export interface ActForm {
  blank: (id: string) => Blank;
  /** What of the entry stands in the fields when the form opens. */
  standing: (entry: Entry, zone: string) => Typed;
}

const reason = (optional: boolean, label: string): Field => ({
  name: 'reason',
  label,
  type: 'text',
  optional,
  hint: 'Told to everybody who was shown the entry.',
});

export const withdrawalBlank = (id: string): Blank => ({
  name: 'withdrawal',
  title: `Withdraw ${id}`.slice(0, 24),
  submit: 'Withdraw',
  fields: [reason(false, 'Why it is withdrawn')],
});

export const verificationBlank = (id: string): Blank => ({
  name: 'verification',
  title: `Verify ${id}`.slice(0, 24),
  submit: 'Save',
  fields: [
    {
      name: 'verification',
      label: 'How sure it is',
      type: 'choice',
      options: verificationLevels.map(({ value, label }) => ({ value, label })),
    },
    {
      name: 'source',
      label: 'What it rests on now',
      type: 'line',
      optional: true,
      placeholder: 'SEC filing',
    },
    reason(true, 'Why'),
  ],
});

export const embargoBlank = (id: string): Blank => ({
  name: 'embargo',
  title: `Embargo ${id}`.slice(0, 24),
  submit: 'Embargo',
  fields: [
    {
      name: 'until',
      label: 'Until',
      type: 'line',
      placeholder: '2026-03-02 06:00 America/New_York',
      hint: 'A time without a zone is the newsroom’s. Until then only editors see the entry.',
    },
  ],
});

/** Until when it is embargoed now, as it would be typed. */
export const untilTyped = ({ embargoedUntil }: EntryContent, zone: string): { until?: string } =>
  embargoedUntil === undefined
    ? {}
    : { until: `${localTime(embargoedUntil, zone).replace('T', ' ')} ${zone}` };

export const actForms = {
  withdrawal: { blank: withdrawalBlank, standing: () => ({}) },
  verification: { blank: verificationBlank, standing: ({ verification }) => ({ verification }) },
  embargo: { blank: embargoBlank, standing: untilTyped },
} as const satisfies { readonly [name: string]: ActForm };

/** Which entry a form is about, and how much of its history whoever fills it in has seen. */
export const aboutOf = ({ id, revisions }: Entry): Form['about'] => ({
  id,
  revision: String(revisions.length),
});

export const isSeen = ({ revisions }: Entry, { revision }: Form['about']): boolean =>
  revision === undefined || revision === String(revisions.length);

/** Somebody acted first: what they did stands above, what one did not touch is as it is now, and one decides. */
export function secondActForm(
  { blank, standing }: ActForm,
  { zone }: Asking,
  { entry, typed, about }: { entry: Entry; typed: Typed; about: Form['about'] },
): Form {
  const later = new Set(entry.revisions.slice(Number(about['revision'])));
  const seen = before(entry, (revision) => later.has(revision));
  const by = entry.revisions.at(-1)?.by ?? entry.by;
  const changed = differences(seen, entry);
  return fillForm(blank(entry.id), {
    typed: keptWords(typed, standing(seen, zone), standing(entry, zone)),
    about: aboutOf(entry),
    notice: [
      ...firstEditorNotice(by, []),
      ...(changed.length > 0 ? [{ part: 'context' as const, text: changed }] : []),
    ],
    submit: saveOver,
  });
}
