import { join } from 'node:path';
import type { Low } from 'lowdb';
import type { Snapshot } from '../../domain/snapshot.ts';
import { archiveJournal, type RotatedJournal } from './archive-journal.ts';
import { type Disk, placeFile, unlinkIfThere, writeWhole } from './file-system.ts';
import { headLine } from './journal-line.ts';
import type { JournalOnDisk, StoreRead } from './load-store.ts';
import type { SnapshotFile } from './snapshot-file.ts';
import { inFolder, isTemporary, journalName, snapshotName } from './store-files.ts';
import { detailOf } from './store-problem.ts';

interface Mending {
  disk: Disk;
  dir: string;
  low: Low<Snapshot | null>;
  snapshotFile: SnapshotFile;
  read: StoreRead;
}

interface Mended {
  repairs: string[];
  /** Where the journal is to go on. */
  journal: { after: number; end: number };
  /** Journals with acts that the snapshot does not have yet. */
  rotated: RotatedJournal[];
}

/** Finishes what a crash left half done. Every step may be cut short by the next crash and is done again then. */
export async function mendStore({ disk, dir, low, snapshotFile, read }: Mending): Promise<Mended> {
  const repairs: string[] = [];
  for (const name of await disk.files.readdir(dir))
    if (isTemporary(name)) await unlinkIfThere(disk, join(dir, name));

  const newest = read.journals.at(-1);
  const newestEnd = newest ? await mendTail(disk, dir, newest, repairs) : 0;
  const rotated = read.journals.filter(({ name }) => name !== journalName);
  const isWhole = newest?.name === journalName;
  if (!isWhole) await placeFile(disk, inFolder(dir).journal, headLine(read.last));
  const journal = isWhole
    ? { after: newest.after, end: newestEnd }
    : { after: read.last, end: Buffer.byteLength(headLine(read.last)) };

  if (snapshotFile.isUnsealed) repairs.push(await sealEdit(low));
  const waiting: RotatedJournal[] = [];
  for (const one of rotated) {
    const isHeld = one.last <= (low.data?.seq ?? 0);
    // On a full disk it stays where it is, which is no reason not to start.
    if (!isHeld || !(await archiveJournal(disk, dir, one).then(yes, no))) waiting.push(one);
  }
  return { repairs, journal, rotated: waiting };
}

const yes = () => true;
const no = () => false;

async function mendTail(disk: Disk, dir: string, journal: JournalOnDisk, repairs: string[]): Promise<number> {
  const { name, end, tail, last, after } = journal;
  if (!tail) return end;
  const handle = await disk.files.open(join(dir, name), 'r+');
  try {
    if (tail.cutBytes > 0) await handle.truncate(end);
    if (tail.addNewline) await writeWhole(handle, Buffer.from('\n'), end);
    await handle.datasync();
  } finally {
    await handle.close();
  }
  if (disk.onStep) await disk.onStep('mend:tail');
  const line = last - after + 2;
  repairs.push(
    tail.addNewline
      ? `${name} ended without a newline after a whole last line (act ${last}): the line was kept.`
      : `${name} ended in the middle of line ${line}, which was never acknowledged: its ${tail.cutBytes} bytes were cut off after act ${last}.`,
  );
  return tail.addNewline ? end + 1 : end;
}

/** Written once more with its sums, so that the edited file is as safe as any and the next start as fast. */
async function sealEdit(low: Low<Snapshot | null>): Promise<string> {
  const edited = `${snapshotName} was edited by hand: it was validated in full and taken over`;
  try {
    await low.write();
    return `${edited}.`;
  } catch (error) {
    return `${edited}, but not yet sealed with new checksums (${detailOf(error)}).`;
  }
}
