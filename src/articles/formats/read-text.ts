import type { Article } from '../../domain/articles/article.ts';

/** Nobody wraps by hand at fewer characters; a line that short is a heading, a byline or the end of a paragraph. */
const shortLine = 45;
/** Nor at more: a line that long is a paragraph of its own. */
const longLine = 160;
const listItem = /^\s{0,8}[-•*–]\s/;

/** Lines that are broken by hand are one paragraph, as in mail and old wires; a blank line parts two. */
export function readText(text: string): Article {
  const lines = text
    .trim()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .split('\n');
  const isParted = lines.some((line) => line.trim() === '');
  const blocks = isParted ? joinBroken(lines) : lines;
  return { paragraphs: blocks.map((block) => block.replace(/\s+/g, ' ').trim()).filter(Boolean) };
}

function joinBroken(lines: readonly string[]): string[] {
  const blocks: string[][] = [];
  let last = '';
  for (const line of lines) {
    const { length } = last.trim();
    const goesOn = length >= shortLine && length <= longLine && !listItem.test(line);
    if (line.trim() !== '' && goesOn) blocks.at(-1)?.push(line);
    else blocks.push([line]);
    last = line;
  }
  return blocks.map((block) => block.join(' '));
}
