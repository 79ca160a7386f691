import { homeOf } from '../../domain/briefing/home.ts';
import { acknowledge } from '../../domain/following/alert-readers.ts';
import { homeSectionPage } from '../../domain/pages/home-page.ts';
import type { Part } from '../../domain/pages/page.ts';
import type { Verb } from './verb.ts';

/** The answer to “corrected since you read it”: the desk counts those who have not said so. */
export const seenVerb: Verb = {
  name: 'seen',
  usage: 'seen E-31',
  summary: 'Says that you know of a correction to what you read.',
  example: 'seen E-1',
  forAsker: true,
  answer: (words, asking) => {
    const { person, viewer, now, zone, seen } = asking;
    const [, number, upTo] = /^#?E-(\d+)[.,;:!?]*(?:\s+(\d{1,9}))?$/i.exec(words.trim()) ?? [];
    if (number === undefined)
      return { problem: 'entry-needed', act: 'seen', typed: words.split(/\s/)[0] ?? '' };
    if (person === undefined) return { problem: 'only-in-slack', typed: `seen ${words}` };
    const entry = `E-${number}`;
    // Typed without it, it is what the person can see now.
    const revision = Number(upTo ?? asking.newsroom.entries.get(entry)?.revisions.length ?? 0);
    return {
      decide: (newsroom) => acknowledge(newsroom, { person, entry, revision }),
      told: (newsroom) => {
        const home = homeOf(newsroom, { viewer, now, zone }, { person, seen });
        const isOpen = home.corrected.some(({ alert }) => alert.entry === entry);
        const note: Part = {
          part: 'context',
          text: [
            isOpen ? `${entry} was changed again meanwhile: see below.` : `Noted: you know of ${entry}.`,
          ],
        };
        const page = homeSectionPage('corrected', 1, home, { names: newsroom, zone });
        return { page: { parts: [note, ...page.parts] }, topics: [] };
      },
    };
  },
};
