import { Low } from 'lowdb';
import type { Instant } from '../../domain/records/moment.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { Journal } from '../../services/ports.ts';
import { checkFolder } from './check-folder.ts';
import { closeToOthers } from './close-to-others.ts';
import { CommitQueue } from './commit-queue.ts';
import { Compaction, type CompactionThreshold, usualThreshold } from './compaction.ts';
import { type Disk, type FileSystem, nodeFileSystem, type OnStep } from './file-system.ts';
import { FolderLock } from './folder-lock.ts';
import { JournalFile } from './journal-file.ts';
import { JsonJournal } from './json-journal.ts';
import { readJournals } from './load-store.ts';
import { mendStore } from './mend-store.ts';
import { Pace } from './pace.ts';
import { SnapshotFile } from './snapshot-file.ts';
import { inFolder } from './store-files.ts';
import { codeOf, detailOf, StoreFault, type StoreProblem } from './store-problem.ts';
import { tellRefusals } from './tell-refusals.ts';

export interface JsonJournalOptions {
  /** Has to exist and belong to this process alone. */
  dir: string;
  /**
   * The newsroom as it is in memory, asked for when the journal has grown long, while nothing is written.
   * One that has not every act that is on disk is not used, and asked for again with a later act.
   */
  capture: () => Snapshot | undefined;
  now: () => Instant;
  /** Told in one sentence what a person should know and no request can be answered with. */
  onReport?: (report: string) => void;
  threshold?: Partial<CompactionThreshold>;
  files?: FileSystem;
  onStep?: OnStep;
}

/** Opens the newsroom kept in a folder, or says in one line why it cannot be. */
export async function openJsonJournal(options: JsonJournalOptions): Promise<Journal | StoreProblem> {
  const disk: Disk = { files: options.files ?? nodeFileSystem, onStep: options.onStep };
  let lock: FolderLock | undefined;
  try {
    await checkFolder(options.dir);
    for (const report of await closeToOthers(options.dir)) options.onReport?.(report);
    lock = await FolderLock.take(disk, options.dir, options.now());
    return await openLocked(options, disk, lock);
  } catch (error) {
    await lock?.release().catch(() => undefined);
    return problemFrom(error, options.dir);
  }
}

async function openLocked(options: JsonJournalOptions, disk: Disk, lock: FolderLock): Promise<Journal> {
  const { dir, capture } = options;
  const onReport = options.onReport ?? (() => undefined);
  const pace = new Pace();
  const snapshotFile = new SnapshotFile(inFolder(dir).snapshot, disk, pace);
  const low = new Low<Snapshot | null>(snapshotFile, null);
  await low.read();
  const snapshot = low.data;
  const read = await readJournals(disk, dir, snapshot);

  // Up to here nothing was written, so a start that is refused leaves every file as it was.
  const { repairs, journal, rotated } = await mendStore({ disk, dir, low, snapshotFile, read });
  low.data = null;

  const file = await JournalFile.open({ disk, path: inFolder(dir).journal, ...journal, onReport });
  const write = (lines: Buffer): Promise<void> => {
    lock.check();
    return file.append(lines);
  };
  const queue = new CommitQueue({ pace, recorded: read.last, write: tellRefusals(write, onReport) });
  const threshold = { ...usualThreshold, ...options.threshold };
  const snapshotSeq = snapshot?.seq ?? 0;
  const compaction = new Compaction({
    ...{ dir, disk, low, snapshotFile, snapshotSeq, file, queue, rotated, capture, threshold, onReport },
  });
  const loaded = { snapshot: snapshot ?? undefined, acts: read.acts, repairs };
  return new JsonJournal({ dir, file, lock, queue, compaction, loaded });
}

export function problemFrom(error: unknown, dir: string): StoreProblem {
  if (error instanceof StoreFault) return error.problem;
  // A bug has no code of the system's; it is not for the person who starts Slugline to mend.
  const code = codeOf(error);
  if (code === '') throw error;
  // As after an import by root into the folder of the one who runs Slugline.
  const mend =
    code === 'EACCES' || code === 'EPERM'
      ? ` Everything in it has to belong to user ${process.getuid?.()}, as whom Slugline runs: chown it.`
      : '';
  return {
    problem: 'store-unwritable',
    message: `The newsroom in ${dir} cannot be opened: ${detailOf(error)}.${mend}`,
  };
}
