import type { Newsroom } from './newsroom.ts';

/** What has to be told of every put. */
interface Watched {
  watch(told: () => void): void;
}

const counts = new WeakMap<Watched, { puts: number }>();

/**
 * A number that is another one after every change to what briefings are made of. Unlike the newsroom's seq it stays
 * the same when somebody reads, when a message is posted, when a channel follows something.
 */
export function recordsVersion({ stories, entities, relations, entries, questions }: Newsroom): number {
  return putsOf(stories) + putsOf(entities) + putsOf(relations) + putsOf(entries) + putsOf(questions);
}

/** By table and not by newsroom: a newsroom as it stood shares some of the tables of the one that is. */
function putsOf(table: Watched): number {
  return (counts.get(table) ?? counting(table)).puts;
}

function counting(table: Watched): { puts: number } {
  const count = { puts: 0 };
  counts.set(table, count);
  table.watch(() => {
    count.puts += 1;
  });
  return count;
}
