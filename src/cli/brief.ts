import { plainText } from '../domain/pages/plain-text.ts';
import { answer, verbFor } from '../services/commands/commands.ts';
import type { Asking } from '../services/commands/verb.ts';
import { lookUp } from '../services/look-up.ts';
import type { Search } from '../services/search.ts';

/** What `/brief` would answer, as text. Returns the exit code. */
export async function printBriefing(
  words: string,
  asking: Asking,
  { search, say }: { search: Pick<Search, 'find'>; say: (line: string) => void },
): Promise<0> {
  // Whoever reads the newsroom's folder may read its drafts; what is embargoed stays hidden here, too.
  const said = verbFor(words);
  const { needs } = said.verb;
  const viewer = needs === 'contributor' ? { role: needs } : asking.viewer;
  const { page } = answer(words, await lookUp(said, { ...asking, viewer }, search), said);
  say(plainText(page));
  return 0;
}
