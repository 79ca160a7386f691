import type { SlackMessage } from '../../../src/slack/views/page-message.ts';

interface Element {
  type: string;
  text?: string | Element;
  elements?: Element[];
  accessory?: Element;
  value?: string;
  fields?: Element[];
}

const within = (element: Element): Element[] => {
  const inner = [element.text, element.accessory, ...(element.elements ?? []), ...(element.fields ?? [])];
  return [element, ...inner.flatMap((one) => (typeof one === 'object' ? within(one) : []))];
};

const allOf = ({ blocks }: SlackMessage): Element[] => (blocks as unknown as Element[]).flatMap(within);

/** Every text that Slack reads for markup. */
export const markedUp = (message: SlackMessage): string[] =>
  allOf(message).flatMap(({ type, text }) => (type === 'mrkdwn' && typeof text === 'string' ? [text] : []));

export interface Pressable {
  label: string;
  value: string;
  action: string;
}

export const buttonsOf = (message: SlackMessage): Pressable[] =>
  allOf(message).flatMap((element) => {
    if (element.type !== 'button') return [];
    const { text } = element.text as Element;
    return [
      {
        label: String(text),
        value: element.value ?? '',
        action: (element as { action_id?: string }).action_id ?? '',
      },
    ];
  });

/** What a person sees of the blocks apart from the buttons, markup taken away. */
export function shownText({ blocks }: SlackMessage): string {
  return (blocks as unknown as Element[])
    .filter(({ type }) => type !== 'actions')
    .flatMap(({ accessory: _button, ...block }) => within(block))
    .flatMap(({ type, text }) => {
      if (typeof text !== 'string') return [];
      return [type === 'mrkdwn' ? unmarked(text) : text];
    })
    .join('\n');
}

const unmarked = (text: string): string =>
  text
    .replace(/<(https?:[^|>]*)\|([^>]*)>/g, '$2')
    .replace(/<@(\w+)>/g, '@$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
