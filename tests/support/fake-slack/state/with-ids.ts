import { isObject, type SlackObject } from '../slack-object.ts';

let generated = 0;

/** A copy of the blocks in which every block and element has an id, since Slack invents the missing ones. */
export function withIds(blocks: readonly SlackObject[]): SlackObject[] {
  return structuredClone(blocks).map((block) => {
    const filled: SlackObject = { ...block, block_id: block.block_id ?? nextId() };
    if (Array.isArray(filled.elements)) filled.elements = filled.elements.map(withActionId);
    if (filled.element !== undefined) filled.element = withActionId(filled.element);
    if (filled.accessory !== undefined) filled.accessory = withActionId(filled.accessory);
    return filled;
  });
}

const withoutActions = ['image', 'plain_text', 'mrkdwn'];

function withActionId(element: unknown): unknown {
  if (!isObject(element)) return element;
  const type = String(element.type);
  if (withoutActions.includes(type) || type.startsWith('rich_text_')) return element;
  return { ...element, action_id: element.action_id ?? nextId() };
}

function nextId(): string {
  generated += 1;
  return `gen${generated.toString(36).padStart(3, '0')}`;
}
