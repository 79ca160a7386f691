import { editQuestion, type QuestionPatch } from '../../domain/editing/questions/ask-question.ts';
import { readAssignment } from '../../domain/editing/questions/question-fields.ts';
import { questionAssignedPage } from '../../domain/pages/question-acts.ts';
import type { Question } from '../../domain/records/question.ts';
import type { Asking, Outcome, Recording } from '../commands/verb.ts';
import { type Blank, type Filling, fillForm } from './fill-form.ts';
import type { Form, FormReader } from './form.ts';
import { ownerFields, withPicked } from './question-form.ts';

const blank: Blank = { name: 'assignment', title: 'Assign a question', submit: 'Save', fields: ownerFields };

/** Who is to find out until when, as it stands; `about` keeps that, so that only what was touched is set. */
export function assignForm(question: Question, filling: Partial<Filling> = {}): Form {
  const standing = { owner: question.owner ?? '', due: question.due ?? '' };
  return fillForm(blank, {
    ...filling,
    typed: withPicked({ ...standing, ...filling.typed }),
    about: { id: question.id, ...standing, ...filling.about },
    notice: [{ part: 'paragraph', text: [question.text] }, ...(filling.notice ?? [])],
  });
}

/** Records who owns a question now and when it is due; `null` takes that off. */
export const assignment = (
  id: string,
  set: Pick<QuestionPatch, 'owner' | 'due'>,
  { person = '' }: Asking,
): Recording => ({
  decide: editQuestion(id, set),
  told: (newsroom) => {
    const question = newsroom.questions.get(id);
    if (!question) throw new Error(`${id} was assigned and is not there`);
    return {
      page: questionAssignedPage(newsroom, question, person),
      topics: [{ kind: 'story', slug: question.story }],
    };
  },
});

export const assignmentForm: FormReader = {
  needs: 'editor',
  read: (typed, about, asking): Outcome => {
    const id = about['id'] ?? '';
    const question = asking.newsroom.questions.get(id);
    if (!question) return { problem: 'unknown-question', id };
    const isTouched = (field: string) => (typed[field] ?? '') !== (about[field] ?? '');
    const touched = Object.fromEntries(Object.entries(typed).filter(([field]) => isTouched(field)));
    const read = readAssignment(touched, asking);
    if ('faults' in read) return assignForm(question, { typed, about, faults: read.faults });
    const { owner = null, due = null } = read.assigned;
    const set = { ...(isTouched('owner') ? { owner } : {}), ...(isTouched('due') ? { due } : {}) };
    return assignment(id, set, asking);
  },
  again: (typed, about, { parts }) => fillForm(blank, { typed: withPicked(typed), about, notice: parts }),
};
