import { inlineText } from '../pages/plain-text.ts';
import type { StoryDocument } from './story-document.ts';

export function drawText({ title, standfirst, facts, sections }: StoryDocument): string {
  const parts = sections.map(({ heading, lines }) =>
    [heading, ...lines.map((line) => `• ${inOneLine(inlineText(line))}`)].join('\n'),
  );
  return [inOneLine(title), ...(standfirst ? [inOneLine(standfirst)] : []), facts, ...parts].join('\n\n');
}

/** Line breaks that somebody typed would make headings and lines of their own. */
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ');
