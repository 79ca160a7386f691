import type { Newsroom } from '../newsroom.ts';

const letters = { entries: 'E', questions: 'Q', relations: 'R', drafts: 'D' } as const;

/** Gives the next free ids of a table, `E-31`, `E-32` …: its rows are numbered from 1 and never removed. */
export function idsFrom(newsroom: Newsroom, table: keyof typeof letters): () => string {
  let last = newsroom[table].size;
  return () => {
    last += 1;
    return `${letters[table]}-${last}`;
  };
}
