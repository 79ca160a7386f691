import type { Newsroom } from '../../newsroom.ts';
import { isProblem, type Problem } from '../../problem.ts';
import type { Entry } from '../../records/entry.ts';
import type { Instant } from '../../records/moment.ts';
import { maySee, type Viewer } from '../../rules/embargo.ts';

/** The entry an act is about. One that the viewer may not see does not exist for them. */
function findEntry(
  { entries }: Newsroom,
  id: string,
  { viewer, now }: { viewer: Viewer; now: Instant },
): Entry | Problem {
  const entry = entries.get(id);
  return entry && maySee(entry, viewer, now) ? entry : { problem: 'unknown-entry', id };
}

/** An entry that may still be acted on: what is withdrawn stays as it was. */
export function findStanding(
  newsroom: Newsroom,
  id: string,
  look: { viewer: Viewer; now: Instant },
): Entry | Problem {
  const entry = findEntry(newsroom, id, look);
  if (isProblem(entry) || !entry.withdrawn) return entry;
  const withdrawal = entry.revisions.findLast(({ act }) => act === 'entry-withdrawn');
  return { problem: 'entry-withdrawn', id, ...(withdrawal ? { by: withdrawal.by } : {}) };
}
