import type { Problem } from '../../problem.ts';
import { type Draft, type DraftPart, draftParts, partLists } from '../../records/draft.ts';

/** Members of a draft, by the list they stand in, counted from 0. */
export type Chosen = { readonly [P in DraftPart]: readonly number[] };

/** The letter before a number: lines have none. */
const letters: { readonly [letter: string]: DraftPart } = { '': 'proposal', n: 'entity', q: 'question' };
export const partLetters: { readonly [P in DraftPart]: string } = {
  proposal: '',
  entity: 'n',
  question: 'q',
};
const lists: { readonly [word: string]: readonly DraftPart[] } = {
  all: draftParts,
  lines: ['proposal'],
  names: ['entity'],
  questions: ['question'],
};

/** `4 5`, `4-7`, `n2 q1`, `all`, `names`: the members meant; a whole list means what waits in it. */
export function chooseParts(draft: Draft, words: string, act: string): Chosen | Problem {
  const chosen = { proposal: new Set<number>(), entity: new Set<number>(), question: new Set<number>() };
  const typed = words
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((word) => word !== '' && word !== 'and');
  if (typed.length === 0)
    return { problem: 'words-missing', missing: 'which lines', example: `${act} ${draft.id} 1 2` };
  for (const word of typed) {
    const whole = Object.hasOwn(lists, word) ? lists[word] : undefined;
    for (const part of whole ?? []) for (const at of waitingAt(draft, part)) chosen[part].add(at);
    if (whole) continue;
    const range = rangeOf(draft, word);
    if (!range) return { problem: 'no-such-line', id: draft.id, typed: word, lines: draft.proposals.length };
    for (let at = range.from; at <= range.to; at += 1) chosen[range.part].add(at);
  }
  return { proposal: [...chosen.proposal], entity: [...chosen.entity], question: [...chosen.question] };
}

export const waitingAt = (draft: Draft, part: DraftPart): number[] =>
  draft[partLists[part]].flatMap(({ became }, at) => (became === undefined ? [at] : []));

function rangeOf(draft: Draft, word: string): { part: DraftPart; from: number; to: number } | undefined {
  const [, letter = '', first, last = first] =
    /^([nq]?)([1-9]\d{0,3})(?:[-–]([1-9]\d{0,3}))?\.?$/.exec(word) ?? [];
  const part = letters[letter];
  if (part === undefined || first === undefined) return undefined;
  const [from, to] = [Number(first) - 1, Number(last) - 1];
  return from <= to && to < draft[partLists[part]].length ? { part, from, to } : undefined;
}
