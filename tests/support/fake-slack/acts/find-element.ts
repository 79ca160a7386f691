import { asText, isObject, objectsIn, type SlackObject, textOf } from '../slack-object.ts';

export interface PlacedElement {
  block: SlackObject;
  element: SlackObject;
}

/** Every element a person can use, with the block it stands in. */
export function elementsIn(blocks: readonly SlackObject[]): PlacedElement[] {
  return blocks.flatMap((block) =>
    [...objectsIn(block.elements), block.element, block.accessory]
      .filter(isObject)
      .filter((element) => element.action_id !== undefined)
      .map((element) => ({ block, element })),
  );
}

/** By action_id, by the text on it, or by the label above it. Throws with what is there instead. */
export function findElement(blocks: readonly SlackObject[], wanted: string): PlacedElement {
  const placed = elementsIn(blocks);
  const matches = placed.filter(({ block, element }) => namesOf(block, element).includes(wanted));
  const [found] = matches;
  if (found === undefined) {
    const there = placed.map(({ block, element }) => namesOf(block, element).reverse()[0]);
    throw new Error(`Nothing here is called “${wanted}”; there is: ${there.join(', ') || 'nothing to use'}`);
  }
  if (matches.length > 1) {
    throw new Error(`${matches.length} elements are called “${wanted}”: name the block_id/action_id`);
  }
  return found;
}

function namesOf(block: SlackObject, element: SlackObject): string[] {
  const names = [
    asText(element.action_id),
    `${String(block.block_id)}/${String(element.action_id)}`,
    block.type === 'input' ? asText(block.block_id) : undefined,
    block.type === 'input' ? textOf(block.label) : undefined,
    textOf(element.text),
  ];
  return names.filter((name) => name !== undefined);
}
