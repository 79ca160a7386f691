import { findStanding } from '../../domain/editing/entries/find-entry.ts';
import { isProblem, type Problem } from '../../domain/problem.ts';
import type { Entry } from '../../domain/records/entry.ts';
import type { Asking } from './verb.ts';

/** `E-31 …`: the entry that an act is about, and the words after its number. */
export function entryThenWords(
  asking: Asking,
  words: string,
  act: string,
): { entry: Entry; rest: string } | Problem {
  const [, id, rest = ''] = /^#?(E-\d+)[.,;:]*(?:\s+([\s\S]*))?$/i.exec(words.trim()) ?? [];
  if (id === undefined) return { problem: 'entry-needed', act, typed: words.split(/\s/)[0] ?? '' };
  const entry = findStanding(asking.newsroom, id.toUpperCase(), asking);
  return isProblem(entry) ? entry : { entry, rest: rest.trim() };
}
