import type { Newsroom } from '../newsroom.ts';
import { PastTable } from '../past-table.ts';

/** The newsroom as if what was withdrawn had never been added: for pages that are not to say it again, even of the past. */
export function withoutWithdrawn(newsroom: Newsroom): Newsroom {
  const { entries } = newsroom;
  const kept = new PastTable(entries, [], (entry) => (entry.withdrawn ? undefined : entry));
  return { ...newsroom, entries: kept };
}
