import { lineOf, shownEntries } from '../../domain/briefing/standing.ts';
import { actButtons } from '../../domain/pages/acted-page.ts';
import { entryPage } from '../../domain/pages/entry-page.ts';
import { isEmbargoed } from '../../domain/rules/embargo.ts';
import type { Verb } from './verb.ts';

export const entryVerb: Verb = {
  name: 'E-31',
  usage: 'E-31',
  summary: 'One entry in full: its text, who says so, its sources.',
  example: 'E-1',
  answer: (words, { newsroom, viewer, now, zone }) => {
    const id = words.toUpperCase();
    const entry = newsroom.entries.get(id);
    const look = { viewer, now };
    if (!entry || shownEntries([entry], look).length === 0) return { problem: 'unknown-entry', id };
    const shown = entryPage(lineOf(newsroom, entry, look), newsroom, zone, now);
    const acts = viewer.role === 'editor' ? [actButtons(entry, isEmbargoed(entry, now))] : [];
    const page = { parts: [...shown.parts, ...acts] };
    return {
      page,
      topics: entry.stories.slice(0, 1).map((slug) => ({ kind: 'story', slug })),
      entries: [id],
    };
  },
};
