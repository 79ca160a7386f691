import { createHash } from 'node:crypto';
import type { ViewOutput } from '@slack/bolt';
import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { cutText, partedAt } from '../../domain/language/cut-text.ts';
import type { Page, Part } from '../../domain/pages/page.ts';
import type { Field, Form, Typed } from '../../services/forms/form.ts';
import type { Place } from '../desk.ts';
import { limits } from '../views/limits.ts';
import { pageBlocks, withinLimit } from '../views/page-message.ts';

export const formCallback = 'form';

/** What a modal carries along unseen, in its `private_metadata`. */
export interface Carried {
  form: string;
  about: Form['about'];
  place: Place;
  /** Tells whether only values and errors differ between this form and the next one. */
  shape: string;
}

/** The modal that is open, and what was typed in it. */
export interface Before {
  view: Pick<ViewOutput, 'blocks'>;
  typed: Typed;
}

export function formModal(form: Form, place: Place, before?: Before): ModalView {
  const carried: Carried = { form: form.name, about: form.about, place, shape: shapeOf(form) };
  const fields = form.fields
    .filter(isDrawable)
    .flatMap((field) => fieldBlocks(field, blockIdOf(field, before)));
  return {
    type: 'modal',
    callback_id: formCallback,
    title: plain(form.title, limits.modalTitle),
    submit: plain(form.submit, limits.modalTitle),
    close: plain('Cancel', limits.modalTitle),
    private_metadata: JSON.stringify(carried),
    // Somebody may type a thousand faults: what asks for the mend has room before them.
    blocks: [...withinLimit(noticeBlocks(form.notice ?? []), limits.viewBlocks - fields.length), ...fields],
  };
}

/** A page in a modal: for those who asked where no message can answer them. */
export const pageModal = (title: string, page: Page): ModalView => ({
  type: 'modal',
  title: plain(title, limits.modalTitle),
  close: plain('Close', limits.modalTitle),
  blocks: noticeBlocks(page.parts),
});

export const carriedBy = (privateMetadata: string): Carried => JSON.parse(privateMetadata) as Carried;

/**
 * Errors by block, where the modal asks and says the same as before: Slack shows those beside what was typed,
 * without drawing anything anew.
 */
export function onlyFieldErrors(
  form: Form,
  { shape }: Carried,
  { view }: Before,
): Record<string, string> | undefined {
  if (shapeOf(form) !== shape) return undefined;
  const wrong = form.fields.flatMap(({ name, error }): [string, string][] => {
    const block = view.blocks.find((one) => elementNameOf(one) === name)?.block_id;
    return error === undefined || block === undefined ? [] : [[block, cutText(error, 300)]];
  });
  return wrong.length > 0 ? Object.fromEntries(wrong) : undefined;
}

/**
 * The label: the try-out workspace shows errors with the block's id before them. Slack keeps what stands in a
 * block that it knows, so a field whose value is to be another than what was typed needs a new one.
 */
function blockIdOf({ name, label, value = '' }: Field, before?: Before): string {
  const own = cutText(label, 200);
  const there = before?.view.blocks.find((block) => elementNameOf(block) === name)?.block_id;
  if (!before || there === undefined) return own;
  if (value === (before.typed[name] ?? '')) return there;
  return there.endsWith('\u200b') ? own : `${own}\u200b`;
}

const elementNameOf = (block: object): unknown =>
  (block as { element?: { action_id?: string } }).element?.action_id;

/** What the form asks and says, apart from what stands in its fields. */
function shapeOf({ title, submit, notice = [], fields }: Form): string {
  const asked = fields.map(({ value: _value, error: _error, ...field }) => field);
  const text = JSON.stringify([title, submit, notice, asked]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

/** Buttons are left out: a form has one way on, its submit, and whoever presses another would lose what is typed. */
function noticeBlocks(parts: readonly Part[]): KnownBlock[] {
  const still = parts.flatMap((part): Part[] => {
    if (part.part === 'buttons' || part.part === 'choices') return [];
    if (part.part === 'paragraph') return [{ part: part.part, text: part.text }];
    if (part.part === 'list') return [{ part: part.part, heading: part.heading, lines: part.lines }];
    return [part];
  });
  return pageBlocks({ parts: still }, 'private');
}

/** Slack refuses a choice of nothing. */
const isDrawable = (field: Field): boolean => field.type !== 'choice' || (field.options ?? []).length > 0;

function fieldBlocks(field: Field, blockId: string): KnownBlock[] {
  const isTyped = field.type === 'line' || field.type === 'text';
  const [, rest] = isTyped ? partedAt(field.value ?? '', limits.inputText) : [];
  const notes: Part[] = [
    ...(field.error ? [{ part: 'context', text: [`⚠ ${field.label}: ${field.error}`] } satisfies Part] : []),
    // Nothing that was typed may be lost, not even what no field can hold.
    ...(rest
      ? [{ part: 'paragraph', text: [`More than “${field.label}” holds: …${rest}`] } satisfies Part]
      : []),
  ];
  const input: InputBlock = {
    type: 'input',
    block_id: blockId,
    label: plain(field.label, limits.inputLabel),
    optional: field.optional ?? false,
    element: elementOf(field),
    ...(field.hint ? { hint: plain(field.hint, limits.inputLabel) } : {}),
    ...(field.reshapes ? { dispatch_action: true } : {}),
  };
  return [...noticeBlocks(notes), input];
}

function elementOf({ name, type, value, placeholder, options = [] }: Field): InputBlock['element'] {
  if (type === 'choice') {
    const offered = options.slice(0, limits.options).map(optionOf);
    const chosen = offered.find((option) => option.value === value);
    const initial = chosen ? { initial_option: chosen } : {};
    // The try-out workspace shows the placeholder where Slack shows what is chosen.
    const words = chosen?.text.text ?? placeholder;
    return { type: 'static_select', ...named(name, words), options: offered, ...initial };
  }
  const shared = named(name, placeholder);
  if (type === 'person') {
    return { type: 'users_select', ...shared, ...(value ? { initial_user: value } : {}) };
  }
  return {
    type: 'plain_text_input',
    ...shared,
    multiline: type === 'text',
    max_length: limits.inputText,
    ...(value ? { initial_value: partedAt(value, limits.inputText)[0] } : {}),
  };
}

const named = (name: string, placeholder?: string) => ({
  action_id: name,
  ...(placeholder ? { placeholder: plain(placeholder, 150) } : {}),
});

const optionOf = ({ value, label }: { value: string; label: string }): PlainTextOption => ({
  text: plain(label, limits.optionText),
  value: partedAt(value, limits.optionValue)[0],
});

const plain = (text: string, most: number) => ({ type: 'plain_text' as const, text: cutText(text, most) });
