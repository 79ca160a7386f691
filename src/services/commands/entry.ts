import { lineOf } from '../../domain/briefing/standing.ts';
import { entrySteps } from '../../domain/briefing/steps.ts';
import { actButtons } from '../../domain/pages/acted-page.ts';
import { entryPage } from '../../domain/pages/entry-page.ts';
import { counted, type Part } from '../../domain/pages/page.ts';
import { withdrawnPage } from '../../domain/pages/withdrawn-page.ts';
import { isEmbargoed } from '../../domain/rules/embargo.ts';
import type { Verb } from './verb.ts';

/** How many read it as it no longer stands, and have not said that they know. */
const unaware = (count: number): Part[] =>
  count === 0
    ? []
    : [
        {
          part: 'context',
          text: [
            `${counted(count, 'reader has', 'readers have')} not acknowledged what was changed since they read it.`,
          ],
        },
      ];

export const entryVerb: Verb = {
  name: 'E-31',
  usage: 'E-31',
  summary: 'One entry in full: its text, who says so, its sources.',
  example: 'E-1',
  answer: (words, { newsroom, viewer, now, zone }) => {
    const id = words.toUpperCase();
    const entry = newsroom.entries.get(id);
    const look = { viewer, now };
    // One that was held back until it was withdrawn has no step that a reader may know of.
    if (!entry || entrySteps(entry, look).length === 0) return { problem: 'unknown-entry', id };
    const topics = entry.stories.slice(0, 1).map((slug) => ({ kind: 'story', slug }) as const);
    if (entry.withdrawn) return { page: withdrawnPage(entry, { names: newsroom, zone, now }), topics };
    const shown = entryPage(lineOf(newsroom, entry, look), newsroom, zone, now);
    const acts = viewer.role === 'editor' ? [actButtons(entry, isEmbargoed(entry, now))] : [];
    const untold = viewer.role === 'editor' ? unaware(newsroom.alerts.by.entry.count(id)) : [];
    return { page: { parts: [...shown.parts, ...untold, ...acts] }, topics };
  },
};
