import { localTime } from '../language/dates.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Entry } from '../records/entry.ts';
import type { Instant } from '../records/moment.ts';
import type { Question } from '../records/question.ts';
import { maySee } from '../rules/embargo.ts';
import type { Look } from './standing.ts';
import { type Step, stepsOf } from './steps.ts';

/** The entry that answers the question, if it stands and this viewer may see it. */
export function answerOf(
  { entries }: Newsroom,
  { answeredBy }: Question,
  { viewer, now }: Look,
): Entry | undefined {
  const entry = answeredBy === undefined ? undefined : entries.get(answeredBy);
  return entry && !entry.withdrawn && maySee(entry, viewer, now) ? entry : undefined;
}

/** A withdrawn answer opens its question again; an embargoed one leaves no trace. */
export const isOpenTo = (newsroom: Newsroom, question: Question, look: Look): boolean =>
  answerOf(newsroom, question, look) === undefined;

/** What was done to a question; that an entry which this viewer may not see answers it is not among it. */
export const questionSteps = (
  { entries }: Newsroom,
  question: Question,
  { viewer, now }: Look,
): Step<Question>[] =>
  stepsOf(question, 'question-asked').filter(({ act, after }) => {
    const answer = entries.get(after.answeredBy ?? '');
    return act !== 'question-answered' || (answer !== undefined && maySee(answer, viewer, now));
  });

/** Whether its due date is over on the newsroom's clocks: a day is over at midnight, a month with its last day. */
export function isOverdue({ due }: Pick<Question, 'due'>, now: Instant, zone = 'UTC'): boolean {
  // Dates sort as text, so cutting the clock to the due date's precision compares like with like.
  return due !== undefined && localTime(now, zone).slice(0, due.length) > due;
}
