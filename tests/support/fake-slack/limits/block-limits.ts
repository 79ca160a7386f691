import { isObject, type SlackObject } from '../slack-object.ts';
import { checkElement, checkImage } from './element-limits.ts';
import { lesserBlockChecks, lesserBlockFields } from './lesser-block-limits.ts';
import type { LimitReport } from './limit-report.ts';
import {
  checkKnownFields,
  checkList,
  checkOptionalText,
  checkString,
  checkTextObject,
  describe,
} from './text-limits.ts';

const selects = ['static', 'external', 'users', 'conversations', 'channels'].flatMap((source) => [
  `${source}_select`,
  `multi_${source}_select`,
]);
const choices = [...selects, 'checkboxes', 'datepicker', 'radio_buttons', 'timepicker'];
const inActions = [...choices, 'button', 'datetimepicker', 'overflow', 'rich_text_input', 'workflow_button'];
const inSection = [...choices, 'button', 'image', 'overflow', 'workflow_button'];
const inInput = [
  ...choices,
  'datetimepicker',
  'email_text_input',
  'file_input',
  'number_input',
  'plain_text_input',
  'rich_text_input',
  'url_text_input',
];

const blockFields: Record<string, readonly string[]> = {
  actions: ['elements'],
  context: ['elements'],
  context_actions: ['elements'],
  divider: [],
  header: ['text'],
  image: ['alt_text', 'image_url', 'slack_file', 'title'],
  input: ['label', 'hint', 'optional', 'element', 'dispatch_action'],
  section: ['text', 'fields', 'accessory', 'expand'],
  ...lesserBlockFields,
};

export function checkBlocks(report: LimitReport, place: string, blocks: unknown, max: number): void {
  for (const [index, block] of checkList(report, place, blocks, { min: 0, max }).entries()) {
    checkBlock(report, `${place}/${index}`, block);
  }
}

function checkBlock(report: LimitReport, place: string, block: unknown): void {
  if (!isObject(block)) {
    report.add(place, `must be a block, got ${describe(block)}`);
    return;
  }
  const type = String(block.type);
  const fields = blockFields[type];
  if (fields === undefined) {
    report.add(`${place}/type`, `unknown block type: ${type}`);
    return;
  }

  checkKnownFields(report, place, block, ['type', 'block_id', ...fields]);
  checkBlockId(report, place, block.block_id);
  blockChecks[type]?.(report, place, block);
  checkActionIds(report, place, block);
}

type BlockCheck = (report: LimitReport, place: string, block: SlackObject) => void;

/** A divider has nothing to check. */
const blockChecks: Record<string, BlockCheck> = {
  actions: (report, place, block) => checkElements(report, place, block, { max: 25, types: inActions }),
  container: (report, place, block) => checkBlocks(report, `${place}/child_blocks`, block.child_blocks, 10),
  context: checkContext,
  context_actions: (report, place, block) =>
    checkElements(report, place, block, { max: 5, types: ['feedback_buttons', 'icon_button'] }),
  header: (report, place, block) =>
    checkTextObject(report, `${place}/text`, block.text, { max: 150, plainOnly: true }),
  image: checkImageBlock,
  input: checkInput,
  section: checkSection,
  ...lesserBlockChecks,
};

function checkImageBlock(report: LimitReport, place: string, image: SlackObject): void {
  checkImage(report, place, image);
  checkOptionalText(report, `${place}/title`, image.title, { max: 2000, plainOnly: true });
}

function checkSection(report: LimitReport, place: string, section: SlackObject): void {
  if (section.text === undefined && section.fields === undefined) {
    report.add(place, 'must define either text or fields');
  }
  checkOptionalText(report, `${place}/text`, section.text, { max: 3000 });
  if (section.fields !== undefined) {
    for (const [index, field] of checkList(report, `${place}/fields`, section.fields, {
      max: 10,
    }).entries()) {
      checkTextObject(report, `${place}/fields/${index}`, field, { max: 2000 });
    }
  }
  if (section.accessory !== undefined) {
    checkElement(report, `${place}/accessory`, section.accessory, inSection);
  }
}

function checkContext(report: LimitReport, place: string, context: SlackObject): void {
  const elements = checkList(report, `${place}/elements`, context.elements, { max: 10 });
  for (const [index, element] of elements.entries()) {
    const where = `${place}/elements/${index}`;
    if (isObject(element) && element.type === 'image') checkElement(report, where, element, ['image']);
    else checkTextObject(report, where, element, { max: 3000 });
  }
}

function checkElements(
  report: LimitReport,
  place: string,
  block: SlackObject,
  { max, types }: { max: number; types: readonly string[] },
): void {
  for (const [index, element] of checkList(report, `${place}/elements`, block.elements, { max }).entries()) {
    checkElement(report, `${place}/elements/${index}`, element, types);
  }
}

function checkInput(report: LimitReport, place: string, input: SlackObject): void {
  report.hasInput = true;
  checkTextObject(report, `${place}/label`, input.label, { max: 2000, plainOnly: true });
  checkOptionalText(report, `${place}/hint`, input.hint, { max: 2000, plainOnly: true });
  checkElement(report, `${place}/element`, input.element, inInput);
}

function checkBlockId(report: LimitReport, place: string, blockId: unknown): void {
  if (blockId === undefined) return;
  checkString(report, `${place}/block_id`, blockId, { min: 1, max: 255 });
  if (report.blockIds.has(String(blockId))) {
    report.add(`${place}/block_id`, `\`block_id\` ${describe(blockId)} already exists`);
  }
  report.blockIds.add(String(blockId));
}

/** https://docs.slack.dev/reference/block-kit/blocks/actions-block: unique among the containing block. */
function checkActionIds(report: LimitReport, place: string, block: SlackObject): void {
  const seen = new Set<unknown>();
  for (const [index, element] of (Array.isArray(block.elements) ? block.elements : []).entries()) {
    if (!isObject(element) || element.action_id === undefined) continue;
    if (seen.has(element.action_id)) {
      report.add(
        `${place}/elements/${index}/action_id`,
        `\`action_id\` ${describe(element.action_id)} already exists`,
      );
    }
    seen.add(element.action_id);
  }
}
