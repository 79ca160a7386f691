import type { ExportFormat } from '../exporting/export-story.ts';
import { bold, code, counted, type Page, type Part } from './page.ts';
import { cutInPages, turning } from './paging.ts';

/** Characters on one page: a few blocks of code, well within one message even when each has to be escaped. */
const pageLength = 8000;

interface Exported {
  slug: string;
  format: ExportFormat;
  text: string;
  page: number;
  /** How many entries in it are under embargo. */
  held: number;
}

const titles: { readonly [F in ExportFormat]: string } = {
  ninjs: 'ninjs 3.1',
  md: 'Markdown',
  json: 'Slugline’s bundle',
};

/** An export to be copied, page after page; whoever wants a file gets it from the terminal. */
export function exportPage({ slug, format, text, page, held }: Exported): Page {
  const cut = cutInPages(chunksOf(withoutFences(text, format)), page, 1);
  const command = `export ${slug} ${format}`;
  return {
    parts: [
      { part: 'title', text: `${slug} as ${titles[format]}` },
      { part: 'context', text: [`${text.length.toLocaleString('en')} characters${cut.place}`] },
      ...(held > 0 ? [heldNote(held)] : []),
      { part: 'preformatted', text: cut.onPage.join('') },
      {
        part: 'context',
        text: [
          'As a file, on the machine that runs Slugline: ',
          code(`npm run export -- ${slug} ${format} --out FILE`),
        ],
      },
      ...turning(cut.shown, cut.pages, (other) => `${command} page:${other}`),
    ],
  };
}

/** Whoever copies it elsewhere has to know; others who ask are given it without. */
const heldNote = (held: number): Part => ({
  part: 'paragraph',
  text: [
    bold(`${counted(held, 'entry', 'entries')} in it ${held === 1 ? 'is' : 'are'} under embargo`),
    ', since you are an editor: mind whom you give it to.',
  ],
});

/** Between lines; a line that is longer than a page is cut where it must be, never inside a character. */
function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  for (let rest = text.trimEnd(); rest !== ''; ) {
    const end = endOfPage(rest);
    chunks.push(rest.slice(0, end));
    rest = rest.slice(end).replace(/^\n/, '');
  }
  return chunks;
}

function endOfPage(text: string): number {
  if (text.length <= pageLength) return text.length;
  const line = text.lastIndexOf('\n', pageLength);
  if (line > 0) return line;
  const last = text.charCodeAt(pageLength - 1);
  return last >= 0xd800 && last <= 0xdbff ? pageLength - 1 : pageLength;
}

/** JSON may write any character by its number, so nothing in it ends a block of code; in Markdown each is escaped. */
const withoutFences = (text: string, format: ExportFormat): string =>
  format === 'md' ? text : text.replaceAll('`', '\\u0060');
