import type { Problem } from '../../domain/problem.ts';
import type { Question } from '../../domain/records/question.ts';
import type { Asking, Verb } from './verb.ts';

/** The question whose number stands first, and what follows it. */
export function questionNamed(
  words: string,
  { newsroom }: Asking,
  { example }: Verb,
): { question: Question; rest: string } | Problem {
  const text = words.trim();
  const [typed, number] = /^#?Q-(\d{1,9})[.,;:!?]?(?=\s|$)/i.exec(text) ?? [];
  if (typed === undefined)
    return { problem: 'words-missing', missing: 'the number of the question', example };
  const id = `Q-${Number(number)}`;
  const question = newsroom.questions.get(id);
  return question ? { question, rest: text.slice(typed.length).trim() } : { problem: 'unknown-question', id };
}
