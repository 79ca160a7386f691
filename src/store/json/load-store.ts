import { join } from 'node:path';
import type { Act } from '../../domain/change.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { type Disk, readWhole } from './file-system.ts';
import { headLine } from './journal-line.ts';
import { type JournalRead, readJournal } from './read-journal.ts';
import { archiveName, isRotated, journalName, snapshotName } from './store-files.ts';
import { damaged, StoreFault } from './store-problem.ts';

export interface JournalOnDisk extends Omit<JournalRead, 'acts'> {
  name: string;
}

export interface StoreRead {
  acts: Act[];
  last: number;
  /** Oldest first; the last one is the one to go on writing, if it is called `journal.jsonl`. */
  journals: JournalOnDisk[];
}

/** Reads the journals that follow the snapshot and checks that nothing is missing between them. Writes nothing. */
export async function readJournals(disk: Disk, dir: string, snapshot: Snapshot | null): Promise<StoreRead> {
  const names = await disk.files.readdir(dir);
  const found = names.filter((name) => isRotated(name)).sort();
  if (names.includes(journalName)) found.push(journalName);
  checkPresent(found, names, snapshot);

  const since = snapshot?.seq ?? 0;
  const journals: JournalOnDisk[] = [];
  const acts: Act[][] = [];
  let last: number | undefined;
  for (const name of found) {
    const read = readJournal(name, await readWhole(disk, join(dir, name)));
    checkFollows(name, read.after, { last, since });
    if (read.tail && name !== found.at(-1))
      throw damaged({ file: name, line: read.acts.length + 2, byte: read.end }, 'its end is missing');
    const { acts: own, ...rest } = read;
    acts.push(read.after >= since ? own : own.slice(since - read.after));
    journals.push({ ...rest, name });
    last = read.last;
  }
  if (last !== undefined && last < since) throw fallsShort(journals.at(-1), since);
  return { acts: acts.length === 1 && acts[0] ? acts[0] : acts.flat(), last: last ?? since, journals };
}

function checkPresent(found: string[], names: string[], snapshot: Snapshot | null): void {
  if (found.length > 0) return;
  if (snapshot === null && !names.includes(archiveName)) return;
  const seq = snapshot?.seq ?? 0;
  const missing = snapshot === null ? `${snapshotName} and ${journalName} are` : `${journalName} is`;
  throw new StoreFault(
    'store-damaged',
    `${missing} missing: it holds what was recorded after act ${seq}. No file was changed. Put it back from a backup; ` +
      `if nothing came after, write this one line into a new ${journalName}: ${headLine(seq).trimEnd()}`,
  );
}

function checkFollows(
  name: string,
  after: number,
  { last, since }: { last: number | undefined; since: number },
): void {
  // A gap that the snapshot covers is no loss: of two old journals only the later one had been archived yet.
  if (after === last || (after <= since && after >= (last ?? 0))) return;
  throw damaged(
    { file: name, line: 1, byte: 0 },
    `it starts after act ${after}, but what comes before it ends with act ${last ?? since}`,
    `Look for the acts between in ${archiveName}/ and in a backup.`,
  );
}

function fallsShort(journal: JournalOnDisk | undefined, since: number): StoreFault {
  const { name = journalName, last = 0, after = 0, end = 0 } = journal ?? {};
  return damaged(
    { file: name, line: last - after + 1, byte: end },
    `it ends with act ${last}, but ${snapshotName} already holds act ${since}`,
  );
}
