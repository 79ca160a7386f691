import type { Page, Part } from '../../domain/pages/page.ts';
import type { Role } from '../../domain/rules/permissions.ts';
import type { Asking, Outcome } from '../commands/verb.ts';

/** One question of a form. Values are text as typed; what they mean is for the form's reader to say. */
export interface Field {
  name: string;
  label: string;
  /** A person's value is a Slack user id: picked, not typed. */
  type: 'line' | 'text' | 'choice' | 'person';
  /** What stands there when it opens: what the person typed so far, or what is on record. */
  value?: string;
  hint?: string;
  placeholder?: string;
  optional?: boolean;
  /** Of a choice: value and label. */
  options?: readonly { value: string; label: string }[];
  /** What is wrong with what was typed, shown beside the field. */
  error?: string;
  /** Asked again when this changes, because other fields depend on it. */
  reshapes?: boolean;
}

/** A form, free of where it is drawn: a modal in Slack. It is sent back whole, with what was typed. */
export interface Form {
  /** Which reader gets the submission. */
  name: FormName;
  title: string;
  submit: string;
  /** Above the fields: warnings, what stands on record. */
  notice?: Part[];
  fields: Field[];
  /** What the form is about, carried along unseen: ids, the origin, rules already warned of. Under 2,000 characters. */
  about: { readonly [name: string]: string };
}

/** The key of the form's reader in forms.ts. */
export type FormName = string;

/** What a person typed, by field name; blank fields are left out. */
export type Typed = { readonly [field: string]: string };

/** How a form's submission is understood. */
export interface FormReader {
  needs: Role;
  read: (typed: Typed, about: Form['about'], asking: Asking) => Outcome;
  /** The form with all that was typed, and below its title why it was not taken. */
  again: (typed: Typed, about: Form['about'], why: Page) => Form;
}
