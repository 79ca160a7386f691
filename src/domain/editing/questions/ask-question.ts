import type { Change, ChangeOf } from '../../change.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Problem } from '../../problem.ts';
import type { Question, QuestionContent } from '../../records/question.ts';
import { changedFields, movedProblem } from '../edited-record.ts';
import { idsFrom } from '../next-id.ts';

/** Puts down what the newsroom does not know. Asked again by the same message or form, it is one question. */
export const askQuestion =
  (question: QuestionContent, originKey?: string) =>
  (newsroom: Newsroom): Change[] | Problem => {
    if (originKey && questionOf(newsroom, originKey)) return [];
    const moved = movedProblem(newsroom, 'story', question.story, undefined);
    if (moved) return moved;
    const id = idsFrom(newsroom, 'questions')();
    return [{ type: 'question-asked', id, question, ...(originKey ? { originKey } : {}) }];
  };

export function questionOf({ questions }: Newsroom, originKey: string): Question | undefined {
  const [question] = questions.where(questions.by.origin, originKey);
  return question;
}

export type QuestionPatch = ChangeOf<'question-edited'>['set'];

/** Who is to find out, until when, and how the question is put. */
export const editQuestion =
  (id: string, wanted: QuestionPatch) =>
  (newsroom: Newsroom): Change[] | Problem => {
    const question = newsroom.questions.get(id);
    if (!question) return { problem: 'unknown-question', id };
    const set = changedFields(question, wanted);
    return set
      ? [{ type: 'question-edited', id, set }]
      : { problem: 'nothing-changed', says: `That is how ${id} stands already.` };
  };
