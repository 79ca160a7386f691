import type { Part } from '../../domain/pages/page.ts';
import type { FieldFault } from '../../domain/problem.ts';
import type { Field, Form, Typed } from './form.ts';

/** A form before anything stands in it. */
export type Blank = Pick<Form, 'name' | 'title' | 'submit' | 'fields'>;

export interface Filling {
  typed: Typed;
  about: Form['about'];
  notice?: readonly Part[];
  faults?: readonly FieldFault[];
  submit?: string;
}

/** Slack's longest text input. A longer value cannot be shown, so the field is left out and stays as it is. */
const longestValue = 3000;

/** The form with what was typed, or stands on record, in its fields and what is wrong beside them. */
export function fillForm(blank: Blank, { typed, about, notice = [], faults = [], submit }: Filling): Form {
  const { name, title, fields } = blank;
  const hidden = fields.filter((field) => (typed[field.name]?.length ?? 0) > longestValue);
  const parts = [...notice, ...hidden.map(leftOut), ...unplaced(fields, faults)];
  const kept = [...new Set([...hiddenFields(about), ...hidden.map((field) => field.name)])];
  return {
    name,
    title,
    submit: submit ?? blank.submit,
    ...(parts.length > 0 ? { notice: parts } : {}),
    fields: fields
      .filter((field) => !kept.includes(field.name))
      .map((field): Field => {
        const value = typed[field.name] ?? '';
        const error = faults.find((fault) => fault.field === field.name)?.message;
        return { ...field, ...(value === '' ? {} : { value }), ...(error === undefined ? {} : { error }) };
      }),
    about: kept.length > 0 ? { ...about, hidden: kept.join(' ') } : about,
  };
}

/** The fields that were too long to be shown. */
export const hiddenFields = (about: Form['about']): string[] =>
  (about['hidden'] ?? '').split(' ').filter(Boolean);

const leftOut = ({ label }: Field): Part => ({
  part: 'context',
  text: [`${label}: too long for a form; it stays as it is.`],
});

/** A fault of a field that the form does not have is told above the fields: none gets lost. */
const unplaced = (fields: readonly Field[], faults: readonly FieldFault[]): Part[] =>
  faults
    .filter(({ field }) => !fields.some(({ name }) => name === field))
    .map(({ message }): Part => ({ part: 'paragraph', text: [message] }));
