import { plainText } from '../domain/pages/plain-text.ts';
import { answer } from '../services/commands/commands.ts';
import type { Asking } from '../services/commands/verb.ts';
import { lookUp } from '../services/look-up.ts';
import type { Search } from '../services/search.ts';

/** What `/brief` would answer, as text. Returns the exit code. */
export async function printBriefing(
  words: string,
  asking: Asking,
  { search, say }: { search: Pick<Search, 'find'>; say: (line: string) => void },
): Promise<0> {
  const { page } = answer(words, await lookUp(words, asking, search));
  say(plainText(page));
  return 0;
}
