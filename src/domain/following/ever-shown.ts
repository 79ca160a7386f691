import type { Post } from '../records/thread.ts';

/** Beside what a message shows, so many entries that it no longer does: a lively card shows hundreds in its life. */
const mostKept = 50;

/**
 * What a message shows and what it showed before: it was read then, so its thread is told when that turns out to be
 * wrong. What is new on it comes first, what it has not shown for longest is forgotten first.
 */
export function everShown(before: Post | undefined, { shows }: Pick<Post, 'shows'>): Post['shows'] {
  if (!before) return shows;
  const now = new Set(shows.map(({ entry }) => entry));
  const once = before.shows.filter(({ entry }) => !now.has(entry));
  return [...shows, ...once.slice(0, mostKept)];
}
