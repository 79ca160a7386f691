import { askQuestion, questionOf } from '../../domain/editing/questions/ask-question.ts';
import { readQuestionFields } from '../../domain/editing/questions/question-fields.ts';
import { namedTopic } from '../../domain/finding/named-topic.ts';
import { readPerson } from '../../domain/language/read-person.ts';
import { questionAskedPage } from '../../domain/pages/question-acts.ts';
import { type FieldFault, isProblem } from '../../domain/problem.ts';
import type { QuestionContent } from '../../domain/records/question.ts';
import { isOffTheRecord } from '../../domain/rules/off-the-record.ts';
import type { Asking, Outcome } from '../commands/verb.ts';
import { type Blank, type Filling, fillForm } from './fill-form.ts';
import type { Field, Form, FormReader, Typed } from './form.ts';

export const ownerFields: Field[] = [
  { name: 'owner', label: 'Owner', type: 'person', optional: true, hint: 'Who is to find out.' },
  { name: 'due', label: 'Due', type: 'line', optional: true, placeholder: 'friday, or 26 Sep 2026' },
];

const blank: Blank = {
  name: 'question',
  title: 'Ask a question',
  submit: 'Ask',
  fields: [
    { name: 'story', label: 'Story', type: 'line', placeholder: 'ford-xiaomi' },
    { name: 'text', label: 'What we don’t know', type: 'text' },
    ...ownerFields,
  ],
};

export const askForm = (filling: Omit<Filling, 'about'> & { about?: Form['about'] }): Form =>
  fillForm(blank, { about: {}, ...filling, typed: withPicked(filling.typed) });

/** A person is picked in a form: one that was typed in words is left for the person to pick. */
export function withPicked({ owner = '', ...typed }: Typed, me?: string): Typed {
  const person = readPerson(owner, me);
  return person === undefined ? typed : { ...typed, owner: person };
}

/** What comes of the fields, whether they were typed in a form or in one line. */
export function askOutcome(filling: Pick<Filling, 'typed' | 'about'>, asking: Asking): Outcome {
  const { newsroom, origin, person = '' } = asking;
  const { typed } = filling;
  if (isOffTheRecord({ text: typed['text'] ?? '' })) return { problem: 'off-the-record' };
  const read = readQuestionFields(typed, asking);
  const story = namedTopic(newsroom, typed['story'] ?? '', {
    kind: 'story',
    threadTopics: asking.threadTopics,
  });
  const faults: FieldFault[] = [
    ...(isProblem(story)
      ? [{ field: 'story', message: 'No story, or more than one, is called that: write its slug.' }]
      : []),
    ...('faults' in read ? read.faults : []),
  ];
  if (isProblem(story) || 'faults' in read) return askForm({ ...filling, faults });
  const question: QuestionContent = { story: story.slug, ...read.question };
  let id: string | undefined;
  return {
    decide: (current) => {
      id = origin && questionOf(current, origin.key)?.id;
      const changes = askQuestion(question, origin?.key)(current);
      if (!isProblem(changes))
        for (const change of changes) if (change.type === 'question-asked') id = change.id;
      return changes;
    },
    told: ({ questions }) => {
      const asked = questions.get(id ?? '');
      if (!asked) throw new Error(`a question of ${person} was recorded and is not there`);
      return { page: questionAskedPage(asked), topics: [{ kind: 'story', slug: asked.story }] };
    },
  };
}

export const questionForm: FormReader = {
  needs: 'contributor',
  read: (typed, about, asking) => askOutcome({ typed, about }, asking),
  again: (typed, about, { parts }) => askForm({ typed, about, notice: parts }),
};
