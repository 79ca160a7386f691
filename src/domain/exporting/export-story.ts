import { type Look, shownEntries } from '../briefing/standing.ts';
import { storyBriefing } from '../briefing/story-briefing.ts';
import type { Newsroom } from '../newsroom.ts';
import { isEmbargoed } from '../rules/embargo.ts';
import { bundleOf } from './bundle-of.ts';
import { drawMarkdown } from './draw-markdown.ts';
import { ninjsOf } from './ninjs-of.ts';
import { storyDocument } from './story-document.ts';

export const exportFormats = ['ninjs', 'md', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Other words for a format. */
const meant: { readonly [word: string]: ExportFormat } = { markdown: 'md', bundle: 'json' };

export const readFormat = (word: string): ExportFormat | undefined => {
  const typed = word.toLowerCase().replace(/^\.|[.,;:!?]+$/g, '');
  return (
    exportFormats.find((format) => format === typed) ??
    (Object.hasOwn(meant, typed) ? meant[typed] : undefined)
  );
};

export type Exporting = Look & { zone: string };

/** The whole of a story in this format, as this person may see it. */
export function exportStory(
  newsroom: Newsroom,
  slug: string,
  format: ExportFormat,
  { viewer, now, zone }: Exporting,
): string {
  const look = { viewer, now };
  if (format === 'json') return bundleText(newsroom, slug, look);
  const briefing = storyBriefing(newsroom, slug, look);
  if (!briefing) throw new Error(`${slug} was found and then was not there`);
  const document = storyDocument(briefing, { entities: newsroom.entities, now, zone });
  return format === 'md' ? drawMarkdown(document) : inLines(ninjsOf(briefing, document, now));
}

/** How many entries under embargo are in the export of somebody who may see them. */
export function heldIn(newsroom: Newsroom, slug: string, format: ExportFormat, look: Look): number {
  const { entries } = newsroom;
  if (format !== 'json')
    return shownEntries(entries.where(entries.by.story, slug), look).filter((one) =>
      isEmbargoed(one, look.now),
    ).length;
  // A bundle has what its entries answer, too, and drops embargoes that are over.
  return bundleOf(newsroom, slug, look).entries.filter(({ embargoedUntil }) => embargoedUntil !== undefined)
    .length;
}

/** Everything this person may see, as one bundle. */
export const exportAll = (newsroom: Newsroom, look: Look): string => bundleText(newsroom, undefined, look);

const bundleText = (newsroom: Newsroom, story: string | undefined, look: Look): string =>
  inLines(bundleOf(newsroom, story, look));

const inLines = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
