import { entryFieldsOf } from '../../domain/editing/entries/entry-fields.ts';
import { answerQuestion } from '../../domain/editing/questions/answer-question.ts';
import { readAddLine } from '../../domain/language/add-line.ts';
import type { Part } from '../../domain/pages/page.ts';
import { questionAnsweredPage } from '../../domain/pages/question-acts.ts';
import { isProblem } from '../../domain/problem.ts';
import type { Question } from '../../domain/records/question.ts';
import { shownSlug } from '../../domain/records/story.ts';
import { entryForm } from '../forms/entry-form.ts';
import { addOutcome } from '../outcomes/add-outcome.ts';
import { unknownParts } from './add.ts';
import { questionNamed } from './question-named.ts';
import type { Asking, Outcome, Recording, Verb } from './verb.ts';

export const answerVerb: Verb = {
  name: 'answer',
  usage: 'answer Q-3 E-12 | answer Q-3 TEXT | src: …',
  summary: 'Answers a question with an entry that is there, or with a new one.',
  example: 'answer Q-1 E-1',
  needs: 'contributor',
  keepsText: true,
  answer: (words, asking) => {
    const named = questionNamed(words, asking, answerVerb);
    if (isProblem(named)) return named;
    const { question, rest } = named;
    const [, number] = /^#?E-(\d+)[.,;:!?]?$/i.exec(rest) ?? [];
    return number === undefined
      ? withNewEntry(question, rest, asking)
      : withEntry(question, `E-${number}`, asking);
  },
};

function withEntry({ id }: Question, entry: string, { viewer, now, person = '' }: Asking): Recording {
  return {
    decide: answerQuestion(id, entry, viewer),
    told: (newsroom) => {
      const question = newsroom.questions.get(id);
      if (!question) throw new Error(`${id} was answered and is not there`);
      return {
        page: questionAnsweredPage(newsroom, question, { look: { viewer, now }, by: person }),
        topics: [{ kind: 'story', slug: question.story }],
      };
    },
  };
}

/** The same as `add`, in the question's story; `about.answers` goes with it through every form. */
function withNewEntry(question: Question, words: string, asking: Asking): Outcome {
  const line = readAddLine(words);
  const story = asking.newsroom.stories.get(question.story);
  const fields = entryFieldsOf({
    ...line.fields,
    story: story ? shownSlug(story) : question.story,
    text: line.text,
  });
  const about = { answers: question.id };
  const asks: Part[] = [{ part: 'paragraph', text: ['Answers: ', question.text] }];
  if (line.unknown.length > 0)
    return entryForm(asking, fields, { about, notice: unknownParts(line.unknown) });
  if (fields.text === undefined) return entryForm(asking, fields, { about, notice: asks });
  return addOutcome(asking, fields, { about, mayGuess: true });
}
