import { asText, type SlackObject, textOf } from '../slack-object.ts';
import { type Chosen, elementValue, isEmptyValue } from './element-value.ts';
import { elementsIn, findElement, type PlacedElement } from './find-element.ts';

/** By action_id, block_id or label. */
export type Values = Readonly<Record<string, Chosen>>;

/** `state.values`, as a person leaves the fields after filling in some of them. */
export function viewValues(blocks: readonly SlackObject[], values: Values): SlackObject {
  const filled = new Map<SlackObject, Chosen>();
  for (const [name, chosen] of Object.entries(values)) filled.set(findElement(blocks, name).element, chosen);

  const state: Record<string, SlackObject> = {};
  for (const { block, element } of elementsIn(blocks)) {
    const value = elementValue(element, filled.get(element));
    if (value === undefined) continue;
    const blockId = String(block.block_id);
    state[blockId] = { ...state[blockId], [String(element.action_id)]: value };
  }
  return state;
}

/** What the Slack client itself refuses to submit. */
export function assertSubmittable(blocks: readonly SlackObject[], values: Values): void {
  const state = viewValues(blocks, values) as Record<string, Record<string, SlackObject>>;
  for (const placed of elementsIn(blocks).filter(({ block }) => block.type === 'input')) {
    const value = state[String(placed.block.block_id)]?.[String(placed.element.action_id)];
    if (value !== undefined) assertFieldSubmittable(placed, value);
  }
}

function assertFieldSubmittable({ block, element }: PlacedElement, value: SlackObject): void {
  const label = textOf(block.label);
  if (isEmptyValue(value)) {
    if (!block.optional) throw new Error(`“${label}” must be filled in before the modal can be submitted`);
    return;
  }
  if (element.type !== 'plain_text_input') return;
  const length = asText(value.value)?.length ?? 0;
  if (typeof element.max_length === 'number' && length > element.max_length) {
    throw new Error(`“${label}” takes at most ${element.max_length} characters`);
  }
  if (typeof element.min_length === 'number' && length < element.min_length) {
    throw new Error(`“${label}” takes at least ${element.min_length} characters`);
  }
}
