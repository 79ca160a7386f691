import { isObject } from './slack-object.ts';
import type { Message } from './state/timeline.ts';
import type { OpenView } from './state/view-stacks.ts';

/** Every text a person can read in the blocks, in order; the fallback text where there are none. */
export function shownText(shown: Message | OpenView): string {
  if (shown.blocks.length === 0) return 'text' in shown ? shown.text : '';
  return textsIn(shown.blocks).join('\n');
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isObject(value)) return [];
  if (typeof value.text === 'string') return [value.text];
  if (value.type === 'image' && typeof value.alt_text === 'string') return [value.alt_text];
  return Object.values(value).flatMap(textsIn);
}
