import { plainText } from '../domain/pages/plain-text.ts';
import { answer, verbFor } from '../services/commands/commands.ts';
import type { Asking } from '../services/commands/verb.ts';

/** What `/brief` would answer, as text. Returns the exit code. */
export function printBriefing(words: string, asking: Asking, say: (line: string) => void): 0 {
  // Whoever reads the newsroom's folder may read its drafts; what is embargoed stays hidden here, too.
  const { needs } = verbFor(words).verb;
  const viewer = needs === 'contributor' ? { role: needs } : asking.viewer;
  const { page } = answer(words, { ...asking, viewer });
  say(plainText(page));
  return 0;
}
