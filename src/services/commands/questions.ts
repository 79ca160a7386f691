import { readAssignment } from '../../domain/editing/questions/question-fields.ts';
import { topicThenText } from '../../domain/finding/named-topic.ts';
import { readOptions } from '../../domain/language/read-options.ts';
import { questionPage } from '../../domain/pages/question-page.ts';
import { isProblem } from '../../domain/problem.ts';
import { assignForm, assignment } from '../forms/assignment-form.ts';
import { askForm, askOutcome } from '../forms/question-form.ts';
import { questionNamed } from './question-named.ts';
import type { Verb } from './verb.ts';

const keys = { words: ['owner', 'due'] } as const;
type Key = (typeof keys)['words'][number];

export const askVerb: Verb = {
  name: 'ask',
  usage: 'ask STORY "What we don’t know" [owner:@ana] [due:friday]',
  summary: 'Puts down what the newsroom does not know; without words, a form asks for them.',
  example: 'ask ford-xiaomi "Has Commerce been notified?" owner:me due:friday',
  needs: 'contributor',
  keepsText: true,
  answer: (words, asking) => {
    const { newsroom, threadTopics } = asking;
    const { rest, options, mistyped } = readOptions<Key>(words, keys);
    if (mistyped) return { problem: 'unknown-option', ...mistyped };
    if (rest === '' && !threadTopics?.length) return askForm({ typed: options });
    const found = topicThenText(newsroom, rest, { kind: 'story', threadTopics });
    if (isProblem(found)) return found;
    const { topic, text } = found;
    const story = newsroom.stories.get(topic.slug)?.renamedTo ?? topic.slug;
    if (text === '') return askForm({ typed: { ...options, story } });
    return askOutcome({ typed: { ...options, story, text }, about: {} }, asking);
  },
};

export const assignVerb: Verb = {
  name: 'assign',
  usage: 'assign Q-3 [owner:@ana] [due:friday]',
  summary: 'Says who is to answer a question, and until when.',
  example: 'assign Q-1 owner:me due:friday',
  needs: 'editor',
  answer: (words, asking) => {
    const named = questionNamed(words, asking, assignVerb);
    if (isProblem(named)) return named;
    const { question, rest } = named;
    const { options, mistyped } = readOptions<Key>(rest, keys);
    if (mistyped) return { problem: 'unknown-option', ...mistyped };
    if (Object.keys(options).length === 0) return assignForm(question);
    const cleared = Object.entries(options).filter(([, value]) => isNobody.test(value));
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => !isNobody.test(value)));
    const read = readAssignment(given, asking);
    if ('faults' in read) return assignForm(question, { typed: given, faults: read.faults });
    return assignment(
      question.id,
      { ...read.assigned, ...Object.fromEntries(cleared.map(([key]) => [key, null])) },
      asking,
    );
  },
};

const isNobody = /^(?:nobody|no one|none|no)$/i;

export const questionVerb: Verb = {
  name: 'Q-3',
  usage: 'Q-3',
  summary: 'One question: who asked, who is to find out until when, the answer.',
  example: 'Q-1',
  answer: (words, { newsroom, viewer, now, zone }) => {
    const id = words.toUpperCase();
    const question = newsroom.questions.get(id);
    if (!question) return { problem: 'unknown-question', id };
    return {
      page: questionPage(question, { newsroom, look: { viewer, now }, zone }),
      topics: [{ kind: 'story', slug: question.story }],
    };
  },
};
