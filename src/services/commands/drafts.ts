import { draftViews } from '../../domain/pages/draft-page.ts';
import { draftsPage } from '../../domain/pages/drafts-page.ts';
import { isProblem } from '../../domain/problem.ts';
import { draftAnswer } from '../outcomes/draft-outcomes.ts';
import { draftNamed } from './draft-named.ts';
import type { Verb } from './verb.ts';

export const draftsVerb: Verb = {
  name: 'drafts',
  usage: 'drafts',
  summary: 'What articles propose, and nobody has decided on.',
  example: 'drafts',
  needs: 'contributor',
  forAsker: true,
  answer: (words, { newsroom, zone }) => {
    const page = Number(/page:([1-9]\d{0,5})\b/i.exec(words)?.[1] ?? 1);
    return { page: draftsPage(newsroom, { page, zone }), topics: [], isPrivate: true };
  },
};

export const draftVerb: Verb = {
  name: 'D-3',
  usage: 'D-3 [names | questions | all]',
  summary: 'One draft: the lines it proposes, and the names and questions in it.',
  example: 'D-1',
  needs: 'contributor',
  forAsker: true,
  answer: (words, asking) => {
    const named = draftNamed(words, asking, draftVerb);
    if (isProblem(named)) return named;
    const { draft, rest, page } = named;
    const view = draftViews.find((one) => one === rest.toLowerCase());
    if (rest !== '' && !view)
      return { problem: 'no-such-line', id: draft.id, typed: rest, lines: draft.proposals.length };
    return draftAnswer(asking.newsroom, asking, draft.id, { view: view ?? 'lines', page });
  },
};
