import { cleanText, plainCharacters } from '../../domain/language/clean-text.ts';
import { nearWords } from '../../domain/language/distance.ts';
import { views } from '../../domain/language/topic-request.ts';
import { problemPage } from '../../domain/pages/problems/problem-page.ts';
import { isProblem, type Problem } from '../../domain/problem.ts';
import { addVerb } from './add.ts';
import { answerVerb } from './answer.ts';
import { briefVerb } from './brief.ts';
import { catchupVerb } from './catchup.ts';
import { clarifyVerb, correctVerb } from './correct.ts';
import { acceptVerb, changeVerb, dropVerb, fileVerb } from './draft-acts.ts';
import { draftsVerb, draftVerb } from './drafts.ts';
import { editVerb } from './edit.ts';
import { entityAddVerb, entityEditVerb } from './entities.ts';
import { entryVerb } from './entry.ts';
import { embargoVerb, killVerb, liftVerb, verifyVerb, withdrawVerb } from './entry-acts.ts';
import { exportVerb } from './export.ts';
import { followVerb } from './follow.ts';
import { helpVerb } from './help.ts';
import { homeVerb } from './home.ts';
import { importVerb } from './import.ts';
import { listAllVerb, listVerb } from './list-subscriptions.ts';
import { mergeVerb } from './merge.ts';
import { movedVerb } from './moved.ts';
import { askVerb, assignVerb, questionVerb } from './questions.ts';
import { relateVerb } from './relate.ts';
import { searchVerb } from './search.ts';
import { seenVerb } from './seen.ts';
import { closeVerb, openVerb, renameVerb, reopenVerb } from './stories.ts';
import { subscribeVerb } from './subscribe.ts';
import { pauseVerb, resumeVerb, unfollowVerb, unsubscribeVerb } from './unsubscribe.ts';
import type { Answer, Asking, Outcome, Said, Verb } from './verb.ts';

/** Every command there is, in the order in which help lists them. */
export const verbs: readonly Verb[] = [
  movedVerb,
  briefVerb,
  catchupVerb,
  entryVerb,
  searchVerb,
  addVerb,
  correctVerb,
  clarifyVerb,
  verifyVerb,
  withdrawVerb,
  killVerb,
  embargoVerb,
  liftVerb,
  subscribeVerb,
  listVerb,
  listAllVerb,
  unsubscribeVerb,
  unfollowVerb,
  pauseVerb,
  resumeVerb,
  followVerb,
  askVerb,
  answerVerb,
  assignVerb,
  questionVerb,
  importVerb,
  draftsVerb,
  draftVerb,
  acceptVerb,
  dropVerb,
  changeVerb,
  fileVerb,
  openVerb,
  editVerb,
  renameVerb,
  closeVerb,
  reopenVerb,
  mergeVerb,
  entityAddVerb,
  entityEditVerb,
  relateVerb,
  exportVerb,
  homeVerb,
  seenVerb,
  helpVerb(() => verbs),
];

/** What comes of anything a person may type. */
export function respond(typed: string, asking: Asking, { verb, words } = verbFor(typed)): Outcome {
  const outcome = verb.answer(words, asking);
  return isProblem(outcome) ? withNearVerbs(outcome, cleanText(typed)) : outcome;
}

/** The answer to a question: a page, if only one that says what was not understood. Nothing is recorded. */
export function answer(typed: string, asking: Asking, said = verbFor(typed)): Answer {
  const outcome = respond(typed, asking, said);
  if ('page' in outcome) return outcome;
  return problemAnswer(isProblem(outcome) ? outcome : { problem: 'only-in-slack', typed: cleanText(typed) });
}

export const problemAnswer = (problem: Problem): Answer => ({
  page: problemPage(problem),
  topics: [],
  onlyForAsker: true,
});

/** Verbs are reserved words, so the first word decides; an entry's number and a bare page are told by their form. */
export function verbFor(typed: string): Said {
  const text = cleanText(typed);
  if (text === '' || /^page:\d+[.,;:!?]*$/i.test(text)) return { verb: movedVerb, words: text };
  if (/^#?Q-\d+[.,;:!?]*$/i.test(text)) return { verb: questionVerb, words: text.replace(/[^Q\d-]/gi, '') };
  if (/^#?E-\d+[.,;:!?]*$/i.test(text)) return { verb: entryVerb, words: text.replace(/[^E\d-]/gi, '') };
  if (/^#?D-\d+(?=[\s.,;:!?]|$)/i.test(text)) return { verb: draftVerb, words: text };
  const first = text.toLowerCase().split(' ', 3).map(withoutStops);
  const [one = '', two = ''] = first;
  const verb = byName.get(first.join(' ')) ?? byName.get(`${one} ${two}`) ?? byName.get(one);
  if (!verb) return { verb: briefVerb, words: text };
  const kept = verb.keepsText ? plainCharacters(typed).trim() : text;
  return { verb, words: verb.name.split(' ').reduce(withoutFirstWord, kept) };
}

const byName: ReadonlyMap<string, Verb> = new Map(verbs.map((verb) => [verb.name, verb]));

const withoutStops = (word: string): string => word.replace(/(?<![.,;:!?])[.,;:!?]+$/, '');

const withoutFirstWord = (text: string): string => text.slice(text.search(/\s|$/)).trim();

function withNearVerbs(problem: Problem, text: string): Problem {
  if (problem.problem !== 'unknown-topic') return problem;
  // A command that was understood was not mistyped: it is its topic that is unknown.
  if (verbFor(text).verb !== briefVerb) return problem;
  const named = verbs.map(({ name }) => name).filter((name) => /^[a-z]+$/.test(name));
  const words = text.split(' ');
  return { ...problem, nearCommands: [...mistypedView(words), ...nearWords(words[0] ?? '', named)] };
}

/** `ford-xiaomi tmeline` as it was meant. */
function mistypedView(words: readonly string[]): string[] {
  const [view] = words.length > 1 ? nearWords(words.at(-1) ?? '', views) : [];
  return view ? [[...words.slice(0, -1), view].join(' ')] : [];
}
