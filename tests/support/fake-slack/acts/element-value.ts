import { offeredOptions } from '../limits/option-limits.ts';
import { asText, type SlackObject, textOf } from '../slack-object.ts';

/** A text, an option's value or label, an id, a date; a list where several may be chosen. */
export type Chosen = string | number | readonly string[];

/** The field in which Slack sends what was chosen, by the element's type. */
const plainFields: Record<string, string> = {
  channels_select: 'selected_channel',
  conversations_select: 'selected_conversation',
  datepicker: 'selected_date',
  datetimepicker: 'selected_date_time',
  email_text_input: 'value',
  multi_channels_select: 'selected_channels',
  multi_conversations_select: 'selected_conversations',
  multi_users_select: 'selected_users',
  number_input: 'value',
  plain_text_input: 'value',
  timepicker: 'selected_time',
  url_text_input: 'value',
  users_select: 'selected_user',
};

const initialFields: Record<string, string> = {
  selected_channel: 'initial_channel',
  selected_channels: 'initial_channels',
  selected_conversation: 'initial_conversation',
  selected_conversations: 'initial_conversations',
  selected_date: 'initial_date',
  selected_date_time: 'initial_date_time',
  selected_option: 'initial_option',
  selected_options: 'initial_options',
  selected_time: 'initial_time',
  selected_user: 'initial_user',
  selected_users: 'initial_users',
  value: 'initial_value',
};

/** One entry of `state.values`: what was chosen, or what stood there at the start. Nothing for a button. */
export function elementValue(element: SlackObject, chosen: Chosen | undefined): SlackObject | undefined {
  const type = String(element.type);
  const field = plainFields[type] ?? optionField(type);
  if (field === undefined) return undefined;
  return {
    type,
    [field]: chosen === undefined ? initialValue(element, field) : chosenValue(element, field, chosen),
  };
}

export function isEmptyValue(value: SlackObject): boolean {
  const { type: _type, ...fields } = value;
  const [content] = Object.values(fields);
  return content === null || content === '' || (Array.isArray(content) && content.length === 0);
}

function optionField(type: string): string | undefined {
  if (type === 'checkboxes') return 'selected_options';
  if (type === 'radio_buttons' || type === 'overflow') return 'selected_option';
  if (type === 'static_select' || type === 'external_select') return 'selected_option';
  if (type === 'multi_static_select' || type === 'multi_external_select') return 'selected_options';
  return undefined;
}

function initialValue(element: SlackObject, field: string): unknown {
  return element[initialFields[field] ?? ''] ?? (field.endsWith('s') ? [] : null);
}

function chosenValue(element: SlackObject, field: string, chosen: Chosen): unknown {
  const many = Array.isArray(chosen) ? chosen.map(String) : [String(chosen)];
  if (field === 'selected_options') return many.map((one) => optionFor(element, one));
  if (field === 'selected_option') return optionFor(element, String(chosen));
  if (field === 'selected_date_time') return Number(chosen);
  if (field.endsWith('s')) return many;
  // An emptied text field arrives as null.
  return chosen === '' ? null : String(chosen);
}

/** An option of an external select is whatever the app offered a moment ago. */
function optionFor(element: SlackObject, wanted: string): SlackObject {
  if (String(element.type).endsWith('external_select')) {
    return { text: { type: 'plain_text', text: wanted }, value: wanted };
  }
  const options = offeredOptions(element);
  const option = options.find((one) => one.value === wanted || textOf(one.text) === wanted);
  if (option === undefined) {
    const there = options.map((one) => `${asText(one.value)} (${textOf(one.text)})`).join(', ');
    throw new Error(`“${wanted}” is not offered; there is: ${there}`);
  }
  return option;
}
