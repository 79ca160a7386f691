import type { Newsroom } from '../../newsroom.ts';

type Numbered = 'entries' | 'questions';

/**
 * What stands for the origin of a record that has none: its number and its time are those of no other record of
 * this newsroom, nor of a record of another one.
 */
export const numberedOrigin = ({ id, at }: { id: string; at: string }): string => `record:${id}:${at}`;

/** The id under which the newsroom has what came from this origin. */
export function recordedAs(newsroom: Newsroom, table: Numbered, origin: string): string | undefined {
  const [known] = newsroom[table].by.origin.at(origin);
  if (known !== undefined) return known;
  const [, id = ''] = /^record:([EQ]-\d+):/.exec(origin) ?? [];
  const record = newsroom[table].get(id);
  return record && numberedOrigin(record) === origin ? id : undefined;
}
