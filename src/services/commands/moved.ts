import { movedStories } from '../../domain/briefing/moved.ts';
import { readTopicRequest } from '../../domain/language/topic-request.ts';
import { movedPage } from '../../domain/pages/moved-page.ts';
import type { Verb } from './verb.ts';

export const movedVerb: Verb = {
  name: '',
  usage: '',
  summary: 'What moved lately.',
  example: '',
  answer: (words, { newsroom, viewer, now, zone }) => {
    const moved = movedStories(newsroom, { viewer, now });
    const { page } = readTopicRequest(words);
    return {
      page: movedPage(moved, page, { names: { entities: newsroom.entities, now, zone }, zone }),
      topics: [],
      again: `page:${page}`,
    };
  },
};
