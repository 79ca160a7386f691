import type { Newsroom } from './newsroom.ts';

interface Count {
  puts: number;
}

const counts = new WeakMap<Newsroom, Count>();

/**
 * A number that is another one after every change to what briefings are made of. Unlike the newsroom's seq it stays
 * the same when somebody reads, when a message is posted, when a channel follows something.
 */
export function recordsVersion(newsroom: Newsroom): number {
  return (counts.get(newsroom) ?? counting(newsroom)).puts;
}

function counting(newsroom: Newsroom): Count {
  const count = { puts: 0 };
  const { stories, entities, relations, entries, questions } = newsroom;
  for (const table of [stories, entities, relations, entries, questions]) {
    table.watch(() => {
      count.puts += 1;
    });
  }
  counts.set(newsroom, count);
  return count;
}
