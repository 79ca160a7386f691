import { chooseParts } from '../../domain/editing/drafts/chosen-parts.ts';
import { openLine } from '../../domain/editing/drafts/edit-proposal.ts';
import { namedTopic } from '../../domain/finding/named-topic.ts';
import { isProblem } from '../../domain/problem.ts';
import { fileForm, fileOutcome } from '../forms/file-form.ts';
import { proposalForm } from '../forms/proposal-form.ts';
import { acceptOutcome, dropOutcome } from '../outcomes/draft-outcomes.ts';
import { draftNamed } from './draft-named.ts';
import type { Verb } from './verb.ts';

const anywayWord = /(?:^|\s)anyway$/i;

export const acceptVerb: Verb = {
  name: 'accept',
  usage: 'accept D-3 4 5 | all',
  summary: 'Puts lines of a draft on record, with the names that they need.',
  example: 'accept D-1 1 2',
  needs: 'editor',
  forAsker: true,
  answer: (words, asking) => {
    const named = draftNamed(words, asking, acceptVerb);
    if (isProblem(named)) return named;
    const { draft, rest, page, shownAt } = named;
    const chosen = chooseParts(draft, rest.replace(anywayWord, ''), 'accept');
    if (isProblem(chosen)) return chosen;
    return acceptOutcome(asking, { id: draft.id, chosen, page, shownAt, anyway: anywayWord.test(rest) });
  },
};

export const dropVerb: Verb = {
  name: 'drop',
  usage: 'drop D-3 4 | all',
  summary: 'Says that nothing is to be made of lines of a draft.',
  example: 'drop D-1 3',
  needs: 'editor',
  forAsker: true,
  answer: (words, asking) => {
    const named = draftNamed(words, asking, dropVerb);
    if (isProblem(named)) return named;
    const { draft, rest, page } = named;
    const chosen = chooseParts(draft, rest, 'drop');
    return isProblem(chosen) ? chosen : dropOutcome(asking, { id: draft.id, chosen, page });
  },
};

export const changeVerb: Verb = {
  name: 'change',
  usage: 'change D-3 4',
  summary: 'Puts a line of a draft otherwise before it is accepted, in a form.',
  example: 'change D-1 2',
  needs: 'contributor',
  forAsker: true,
  answer: (words, asking) => {
    const named = draftNamed(words, asking, changeVerb);
    if (isProblem(named)) return named;
    const { draft, rest } = named;
    const chosen = chooseParts(draft, rest, 'change');
    if (isProblem(chosen)) return chosen;
    const [at] = chosen.proposal;
    if (at === undefined) {
      return { problem: 'words-missing', missing: 'the number of a line', example: `change ${draft.id} 1` };
    }
    const line = openLine(draft, at);
    return isProblem(line) ? line : proposalForm(asking, draft, at);
  },
};

export const fileVerb: Verb = {
  name: 'file',
  usage: 'file D-3 STORY',
  summary: 'Says which story the lines of a draft are for.',
  example: 'file D-1 ford-xiaomi',
  needs: 'contributor',
  forAsker: true,
  answer: (words, asking) => {
    const named = draftNamed(words, asking, fileVerb);
    if (isProblem(named)) return named;
    const { draft, rest } = named;
    const story = rest.replace(/^(?:under|as|in|to)\s+/i, '');
    if (story === '') return fileForm(asking, draft);
    const topic = namedTopic(asking.newsroom, story, { kind: 'story' });
    return isProblem(topic) ? topic : fileOutcome(asking, draft.id, topic.slug);
  },
};
