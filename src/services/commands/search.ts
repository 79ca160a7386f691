import { searchPage } from '../../domain/pages/search-page.ts';
import { isProblem } from '../../domain/problem.ts';
import type { Verb } from './verb.ts';

export const searchVerb: Verb = {
  name: 'search',
  usage:
    'search [WORDS] [since:7d] [until:DATE] [desk:…] [story:…] [entity:…] [kind:…] [verification:…] [by:@…]',
  summary: 'Finds stories, entities and entries: slips and beginnings will do, “quotes” are exact.',
  example: 'search "joint venture" since:7d kind:quote',
  wants: 'search',
  answer: (words, { newsroom, found, viewer, now, zone }) => {
    // A message is drawn anew from the newsroom alone, and there is nothing to look it up with.
    if (!found) return { problem: 'search-not-ready', typed: words.slice(0, 60) };
    if (isProblem(found)) return found;
    return { page: searchPage(newsroom, found, { viewer, now, zone }), topics: [] };
  },
};
