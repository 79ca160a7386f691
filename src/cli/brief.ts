import { plainText } from '../domain/pages/plain-text.ts';
import { answer } from '../services/commands/commands.ts';
import type { Asking } from '../services/commands/verb.ts';

/** What `/brief` would answer, as text. Returns the exit code. */
export function printBriefing(words: string, asking: Asking, say: (line: string) => void): 0 {
  const { page } = answer(words, asking);
  say(plainText(page));
  return 0;
}
