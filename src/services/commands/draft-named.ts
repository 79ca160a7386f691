import { findDraft } from '../../domain/editing/drafts/find-draft.ts';
import { isProblem, type Problem } from '../../domain/problem.ts';
import type { Draft } from '../../domain/records/draft.ts';
import type { Asking, Verb } from './verb.ts';

const pageWord = /(?:^|\s)page:([1-9]\d{0,5})\b/i;

/** The draft whose number stands first, what follows it, and the page to come back to. */
export function draftNamed(
  words: string,
  { newsroom, viewer }: Asking,
  { example }: Pick<Verb, 'example'>,
): { draft: Draft; rest: string; page: number } | Problem {
  const [typed, number] = /^#?D-(\d{1,9})[.,;:!?]?(?=\s|$)/i.exec(words.trim()) ?? [];
  if (typed === undefined) return { problem: 'words-missing', missing: 'the number of the draft', example };
  const draft = findDraft(newsroom, `D-${Number(number)}`, viewer);
  if (isProblem(draft)) return draft;
  const rest = words.trim().slice(typed.length);
  return { draft, rest: rest.replace(pageWord, ' ').trim(), page: Number(pageWord.exec(rest)?.[1] ?? 1) };
}
