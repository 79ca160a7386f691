import { isObject, type SlackObject } from '../slack-object.ts';
import type { LimitReport } from './limit-report.ts';
import { checkInitialOptions, checkOptions, checkSelectOptions } from './option-limits.ts';
import {
  checkKnownFields,
  checkOptionalString,
  checkOptionalText,
  checkString,
  checkTextObject,
  describe,
} from './text-limits.ts';

const select = ['placeholder', 'confirm', 'focus_on_load'];
const multiSelect = [...select, 'max_selected_items'];
const typedInput = ['placeholder', 'initial_value', 'dispatch_action_config', 'focus_on_load'];

/** Every field of every element in @slack/types 3.2, beside `type` and `action_id`. */
const elementFields: Record<string, readonly string[]> = {
  button: ['text', 'value', 'url', 'style', 'accessibility_label', 'confirm'],
  channels_select: [...select, 'initial_channel', 'response_url_enabled'],
  checkboxes: ['options', 'initial_options', 'confirm', 'focus_on_load'],
  conversations_select: [
    ...select,
    'initial_conversation',
    'default_to_current_conversation',
    'response_url_enabled',
    'filter',
  ],
  datepicker: [...select, 'initial_date'],
  datetimepicker: ['initial_date_time', 'confirm', 'focus_on_load'],
  email_text_input: typedInput,
  external_select: [...select, 'initial_option', 'min_query_length'],
  feedback_buttons: ['positive_button', 'negative_button'],
  file_input: ['filetypes', 'max_files'],
  icon_button: ['icon', 'text', 'accessibility_label', 'value', 'visible_to_user_ids', 'confirm'],
  image: ['alt_text', 'image_url', 'slack_file'],
  multi_channels_select: [...multiSelect, 'initial_channels'],
  multi_conversations_select: [
    ...multiSelect,
    'initial_conversations',
    'default_to_current_conversation',
    'filter',
  ],
  multi_external_select: [...multiSelect, 'initial_options', 'min_query_length'],
  multi_static_select: [...multiSelect, 'options', 'option_groups', 'initial_options'],
  multi_users_select: [...multiSelect, 'initial_users'],
  number_input: [...typedInput, 'is_decimal_allowed', 'min_value', 'max_value'],
  overflow: ['options', 'confirm'],
  plain_text_input: [...typedInput, 'multiline', 'min_length', 'max_length'],
  radio_buttons: ['options', 'initial_option', 'confirm', 'focus_on_load'],
  rich_text_input: typedInput,
  static_select: [...select, 'options', 'option_groups', 'initial_option'],
  timepicker: [...select, 'initial_time', 'timezone'],
  url_text_input: typedInput,
  users_select: [...select, 'initial_user'],
  workflow_button: ['text', 'workflow', 'style', 'accessibility_label'],
};

export function checkElement(
  report: LimitReport,
  place: string,
  element: unknown,
  allowedTypes: readonly string[],
): void {
  if (!isObject(element)) {
    report.add(place, `must be an element, got ${describe(element)}`);
    return;
  }
  const type = String(element.type);
  const fields = elementFields[type];
  if (fields === undefined) {
    report.add(`${place}/type`, `unknown element type: ${type}`);
    return;
  }
  if (!allowedTypes.includes(type)) {
    report.add(`${place}/type`, `element not allowed here: ${type}`);
    return;
  }

  checkKnownFields(report, place, element, ['type', 'action_id', ...fields]);
  if (element.action_id !== undefined) {
    checkString(report, `${place}/action_id`, element.action_id, { min: 1, max: 255 });
  }
  checkOptionalText(report, `${place}/placeholder`, element.placeholder, { max: 150, plainOnly: true });
  if (element.confirm !== undefined) checkConfirm(report, `${place}/confirm`, element.confirm);
  elementChecks[type]?.(report, place, element);
}

type ElementCheck = (report: LimitReport, place: string, element: SlackObject) => void;

/** What remains to check where the text objects and lengths above are not all. */
const elementChecks: Record<string, ElementCheck> = {
  button: checkButton,
  checkboxes: checkChoices,
  icon_button: checkButton,
  image: checkImage,
  multi_static_select: checkSelect,
  number_input: checkNumberInput,
  overflow: checkOverflow,
  plain_text_input: checkPlainTextInput,
  radio_buttons: checkChoices,
  static_select: checkSelect,
  workflow_button: checkButton,
};

function checkOverflow(report: LimitReport, place: string, overflow: SlackObject): void {
  checkOptions(report, `${place}/options`, overflow.options, { max: 5, mayHaveUrl: true });
}

function checkChoices(report: LimitReport, place: string, element: SlackObject): void {
  checkOptions(report, `${place}/options`, element.options, { max: 10, mayBeMrkdwn: true });
  checkInitialOptions(report, place, element);
}

function checkSelect(report: LimitReport, place: string, element: SlackObject): void {
  checkSelectOptions(report, place, element);
  checkInitialOptions(report, place, element);
}

function checkNumberInput(report: LimitReport, place: string, input: SlackObject): void {
  if (typeof input.is_decimal_allowed !== 'boolean') {
    report.add(place, 'missing required field: is_decimal_allowed');
  }
}

function checkButton(report: LimitReport, place: string, button: SlackObject): void {
  checkTextObject(report, `${place}/text`, button.text, { max: 75, plainOnly: true });
  checkOptionalString(report, `${place}/value`, button.value, 2000);
  checkOptionalString(report, `${place}/url`, button.url, 3000);
  checkOptionalString(report, `${place}/accessibility_label`, button.accessibility_label, 75);
  if (button.style !== undefined && button.style !== 'primary' && button.style !== 'danger') {
    report.add(`${place}/style`, 'must be a valid enum value: primary, danger');
  }
}

/** Blocks and elements of type image share these fields. */
export function checkImage(report: LimitReport, place: string, image: SlackObject): void {
  checkString(report, `${place}/alt_text`, image.alt_text, { min: 1, max: 2000 });
  if ((image.image_url === undefined) === (image.slack_file === undefined)) {
    report.add(place, 'must define exactly one of: image_url, slack_file');
  }
  checkOptionalString(report, `${place}/image_url`, image.image_url, 3000);
}

function checkPlainTextInput(report: LimitReport, place: string, input: SlackObject): void {
  const max = typeof input.max_length === 'number' ? input.max_length : 3000;
  if (max < 1 || max > 3000) report.add(`${place}/max_length`, 'must be between 1 and 3000');
  if (typeof input.min_length === 'number' && input.min_length > max) {
    report.add(`${place}/min_length`, 'must be less than max_length');
  }
  checkOptionalString(report, `${place}/initial_value`, input.initial_value, max);
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
function checkConfirm(report: LimitReport, place: string, confirm: unknown): void {
  if (!isObject(confirm)) {
    report.add(place, 'must be a confirmation dialog');
    return;
  }
  checkKnownFields(report, place, confirm, ['title', 'text', 'confirm', 'deny', 'style']);
  checkTextObject(report, `${place}/title`, confirm.title, { max: 100, plainOnly: true });
  checkTextObject(report, `${place}/text`, confirm.text, { max: 300 });
  checkTextObject(report, `${place}/confirm`, confirm.confirm, { max: 30, plainOnly: true });
  checkTextObject(report, `${place}/deny`, confirm.deny, { max: 30, plainOnly: true });
}
