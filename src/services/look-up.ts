import { verbFor } from './commands/commands.ts';
import type { Asking } from './commands/verb.ts';
import type { Search } from './search.ts';

/** What the verb of these words wants looked up before it runs: verbs answer at once, from what they are given. */
export async function lookUp(
  words: string,
  asking: Asking,
  search: Pick<Search, 'find'> | undefined,
): Promise<Asking> {
  const { verb, words: rest } = verbFor(words);
  if (verb.wants !== 'search' || !search) return asking;
  return { ...asking, found: await search.find(rest, asking) };
}
