import type { Inline } from '../pages/page.ts';
import type { StoryDocument } from './story-document.ts';

/** CommonMark, to be pasted into a CMS or a wiki: https://spec.commonmark.org/0.31.2/ */
export function drawMarkdown({ title, standfirst, facts, sections }: StoryDocument): string {
  const parts = [
    // Hashes at the end of a heading would be taken for its close.
    `# ${escaped(title).replaceAll('#', '\\#')}`,
    ...(standfirst ? [lineStart(escaped(standfirst))] : []),
    `*${escaped(facts)}*`,
    ...sections.flatMap(({ heading, lines }) => [
      `## ${escaped(heading)}`,
      lines.map((line) => `- ${lineStart(line.map(inline).join(''))}`).join('\n'),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function inline(one: Inline): string {
  if (typeof one === 'string') return escaped(one);
  if ('entry' in one) return one.entry;
  if ('person' in one) return escaped(one.person);
  if ('channel' in one) return escaped(one.channel);
  if ('url' in one) return `[${escaped(one.text)}](<${one.url.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
  const text = escaped(one.text.trim());
  const after = /\s$/.test(one.text) ? ' ' : '';
  if (text === '') return after;
  // There is a space on either side, so a text that ends in a sign of its own closes the mark all the same.
  const mark = one.style === 'bold' ? '**' : '*';
  return `${mark}${text}${mark}${after}`;
}

/** What CommonMark, or GitHub's tables and strikes, would take for markup. A line of a list is one line. */
const escaped = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>~|]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&');

/** At the start of a line more signs mean something: a heading, a list, a rule. */
const lineStart = (line: string): string =>
  line
    .trimStart()
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
