import type { Entry } from '../records/entry.ts';

/** What happened when, earliest first; entries without a date apart, in the order they were added. */
export function timelineOf(entries: readonly Entry[]): { dated: Entry[]; undated: Entry[] } {
  const dated = entries.filter((entry) => entry.occurred !== undefined);
  return {
    dated: dated.sort((a, b) => compare(a.occurred?.date ?? '', b.occurred?.date ?? '') || a.seq - b.seq),
    undated: entries.filter((entry) => entry.occurred === undefined),
  };
}

/** `2024` comes before `2024-03`: a vaguer date first. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
