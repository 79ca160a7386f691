import { homeOf } from '../../domain/briefing/home.ts';
import { homePage, homeSectionPage, homeSections } from '../../domain/pages/home-page.ts';
import type { Verb } from './verb.ts';

/** The App Home, which can be asked for like everything else. */
export const homeVerb: Verb = {
  name: 'home',
  usage: 'home',
  summary: 'What moved, what is new to you, your questions; for editors also what waits for them.',
  example: 'home',
  answer: (words, { newsroom, viewer, now, zone, person, seen }) => {
    const home = homeOf(newsroom, { viewer, now, zone }, { person, seen });
    const drawing = { names: newsroom, zone };
    const [asked = '', paged = ''] = words.toLowerCase().split(' ');
    const section = homeSections.find((name) => name === asked);
    const page = Number(/^page:([1-9]\d{0,5})$/.exec(paged)?.[1] ?? 1);
    return {
      page: section ? homeSectionPage(section, page, home, drawing) : homePage(home, drawing),
      topics: [],
    };
  },
};
