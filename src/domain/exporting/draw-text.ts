import { inlineText } from '../pages/plain-text.ts';
import type { StoryDocument } from './story-document.ts';

export function drawText({ title, standfirst, facts, sections }: StoryDocument): string {
  const parts = sections.map(({ heading, lines }) =>
    [heading, ...lines.map((line) => `• ${inlineText(line)}`)].join('\n'),
  );
  return [title, ...(standfirst ? [standfirst] : []), facts, ...parts].join('\n\n');
}
