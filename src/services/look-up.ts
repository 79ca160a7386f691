import type { Asking, Said } from './commands/verb.ts';
import type { Search } from './search.ts';

/** What the verb that was said wants looked up before it runs: verbs answer at once, from what they are given. */
export async function lookUp(
  { verb, words }: Said,
  asking: Asking,
  search: Pick<Search, 'find'> | undefined,
): Promise<Asking> {
  if (verb.wants !== 'search' || !search) return asking;
  return { ...asking, found: await search.find(words, asking) };
}
