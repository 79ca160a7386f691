import { join } from 'node:path';

/** The names in the data folder. Everything a crash can leave half done is known by its name. */
export const snapshotName = 'newsroom.json';
export const journalName = 'journal.jsonl';
export const lockName = 'newsroom.lock';
export const archiveName = 'archive';

const padded = (seq: number): string => String(seq).padStart(9, '0');

/** A journal that was rotated out of the way and is not yet all in the snapshot. */
export const rotatedName = (after: number): string => `journal-${padded(after + 1)}.jsonl`;
export const isRotated = (name: string): boolean => /^journal-\d{9,}\.jsonl$/.test(name);

/** A journal whose acts the snapshot holds: kept as the newsroom's history, never read at a start. */
export const archivedName = (after: number, last: number): string =>
  `journal-${padded(after + 1)}-${padded(last)}.jsonl`;

export function lastInArchive(name: string): number | undefined {
  const last = /^journal-\d{9,}-(\d{9,})(?:\.\d+)?\.jsonl$/.exec(name)?.[1];
  return last === undefined ? undefined : Number(last);
}

/** Whatever this store reads or writes by its name. */
export const isOurs = (name: string): boolean =>
  [snapshotName, journalName, lockName, archiveName].includes(name) || isRotated(name) || isTemporary(name);

export const isTemporary = (name: string): boolean =>
  /^(?:newsroom\.json|journal\.jsonl|newsroom\.lock)\.[\w-]+\.tmp$/.test(name);

export const inFolder = (dir: string) => ({
  snapshot: join(dir, snapshotName),
  journal: join(dir, journalName),
  lock: join(dir, lockName),
  archive: join(dir, archiveName),
});
