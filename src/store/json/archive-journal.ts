import { join } from 'node:path';
import { type Disk, syncFolder } from './file-system.ts';
import { archivedName, inFolder } from './store-files.ts';
import { codeOf } from './store-problem.ts';

/** A whole journal that was rotated out of the way. */
export interface RotatedJournal {
  name: string;
  after: number;
  last: number;
}

/** Moves a journal that the snapshot holds out of the way of the next start. */
export async function archiveJournal(disk: Disk, dir: string, journal: RotatedJournal): Promise<void> {
  const { archive } = inFolder(dir);
  // Not `recursive`: on a full disk Node then says that the folder above is missing.
  await disk.files.mkdir(archive, { mode: 0o700 }).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
  await syncFolder(disk, dir);
  if (disk.onStep) await disk.onStep('archive:folder-made');
  await disk.files.rename(join(dir, journal.name), await freePath(disk, archive, journal));
  if (disk.onStep) await disk.onStep('archive:renamed');
  await syncFolder(disk, archive);
  await syncFolder(disk, dir);
  if (disk.onStep) await disk.onStep('archive:folder-synced');
}

/** A rename replaces without asking, and a folder put back from a backup may have the name already. */
async function freePath({ files }: Disk, archive: string, { after, last }: RotatedJournal): Promise<string> {
  const name = archivedName(after, last);
  for (let copy = 1; ; copy += 1) {
    const path = join(archive, copy === 1 ? name : name.replace(/\.jsonl$/, `.${copy}.jsonl`));
    const isFree = await files.stat(path).then(
      () => false,
      (error: unknown) => codeOf(error) === 'ENOENT',
    );
    if (isFree) return path;
  }
}
