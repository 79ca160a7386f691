import { findDraft } from '../../domain/editing/drafts/find-draft.ts';
import { isProblem, type Problem } from '../../domain/problem.ts';
import type { Draft } from '../../domain/records/draft.ts';
import type { Asking, Verb } from './verb.ts';

const pageWord = /(?:^|\s)page:([1-9]\d{0,5})\b/i;
/** A button says which version of the lines it stands under. */
const shownWord = /(?:^|\s)shown:(\d{1,5})\b/i;

/** The draft whose number stands first, what follows it, the page to come back to and what was shown there. */
export function draftNamed(
  words: string,
  { newsroom, viewer }: Asking,
  { example }: Pick<Verb, 'example'>,
): { draft: Draft; rest: string; page: number; shownAt?: number } | Problem {
  const [typed, number] = /^#?D-(\d{1,9})[.,;:!?]?(?=\s|$)/i.exec(words.trim()) ?? [];
  if (typed === undefined) return { problem: 'words-missing', missing: 'the number of the draft', example };
  const draft = findDraft(newsroom, `D-${Number(number)}`, viewer);
  if (isProblem(draft)) return draft;
  const rest = words.trim().slice(typed.length);
  const [, page = '1'] = pageWord.exec(rest) ?? [];
  const [, shown] = shownWord.exec(rest) ?? [];
  return {
    ...{ draft, page: Number(page) },
    ...(shown === undefined ? {} : { shownAt: Number(shown) }),
    rest: rest.replace(pageWord, ' ').replace(shownWord, ' ').trim(),
  };
}
