import { cutText } from '../language/cut-text.ts';
import type { Inline, Page, Part } from './page.ts';

/** Slack cuts a message's `text` at 40,000 characters. https://docs.slack.dev/reference/methods/chat.postMessage/ */
const mostCharacters = 12_000;

/** The page for a screen reader, a notification or a terminal: the same words in the same order. */
export function plainText(page: Page): string {
  return cutText(page.parts.map(partText).filter(Boolean).join('\n\n'), mostCharacters);
}

function partText(part: Part): string {
  switch (part.part) {
    case 'title':
      return part.text;
    case 'context':
    case 'paragraph':
      return inlineText(part.text);
    case 'preformatted':
      return part.text;
    case 'list': {
      const rest = part.more ? [`… ${part.more.label}`] : [];
      return [`${part.heading}`, ...part.lines.map((line) => `• ${inlineText(line)}`), ...rest].join('\n');
    }
    case 'choices':
      return part.choices.map(({ label, command }) => `• ${label}: /brief ${command}`).join('\n');
    case 'buttons':
    case 'divider':
      return '';
  }
}

export const inlineText = (line: readonly Inline[]): string => line.map(inlineWord).join('');

function inlineWord(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  if ('entry' in inline) return inline.entry;
  if ('person' in inline) return `@${inline.person}`;
  if ('channel' in inline) return `#${inline.channel}`;
  return 'url' in inline ? `${inline.text} (${inline.url})` : inline.text;
}
