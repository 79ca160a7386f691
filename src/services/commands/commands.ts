import { cleanText } from '../../domain/language/clean-text.ts';
import { nearWords } from '../../domain/language/distance.ts';
import { problemPage } from '../../domain/pages/problem-page.ts';
import { isProblem, type Problem } from '../../domain/problem.ts';
import { briefVerb } from './brief.ts';
import { entryVerb } from './entry.ts';
import { helpVerb } from './help.ts';
import { movedVerb } from './moved.ts';
import type { Answer, Asking, Verb } from './verb.ts';

/** Every command there is, in the order in which help lists them. */
export const verbs: readonly Verb[] = [movedVerb, briefVerb, entryVerb, helpVerb(() => verbs)];

/** The answer to anything a person may type: a page, if only one that says what was not understood. */
export function answer(typed: string, asking: Asking): Answer {
  const text = cleanText(typed);
  const { verb, words } = verbFor(text);
  const answered = verb.answer(words, asking);
  return isProblem(answered) ? { page: problemPage(withNearVerbs(answered, text)), topics: [] } : answered;
}

/** Verbs are reserved words, so the first word decides; an entry's number and a bare page are told by their form. */
export function verbFor(text: string): { verb: Verb; words: string } {
  if (text === '' || /^page:\d+$/.test(text)) return { verb: movedVerb, words: text };
  if (/^#?E-\d+[.,;:!?]*$/i.test(text)) return { verb: entryVerb, words: text.replace(/[^E\d-]/gi, '') };
  const [first = '', ...rest] = text.split(' ');
  const verb = verbs.find(({ name }) => name === first.toLowerCase());
  return verb ? { verb, words: rest.join(' ') } : { verb: briefVerb, words: text };
}

function withNearVerbs(problem: Problem, text: string): Problem {
  if (problem.problem !== 'unknown-topic') return problem;
  const named = verbs.map(({ name }) => name).filter((name) => /^[a-z]+$/.test(name));
  return { ...problem, nearVerbs: nearWords(text.split(' ')[0] ?? '', named) };
}
