import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Low } from 'lowdb';
import type { Snapshot } from '../../domain/snapshot.ts';
import { archiveJournal, type RotatedJournal } from './archive-journal.ts';
import type { CommitQueue } from './commit-queue.ts';
import type { Disk } from './file-system.ts';
import type { JournalFile } from './journal-file.ts';
import { EditedMeanwhile, type SnapshotFile } from './snapshot-file.ts';
import { rotatedName } from './store-files.ts';
import { detailOf } from './store-problem.ts';

export interface CompactionThreshold {
  /** No compaction below this many bytes of journal … */
  journalBytes: number;
  /** … nor below this share of the snapshot's own size, so that the work done per act stays constant. */
  snapshotShare: number;
  /** How long to wait after a compaction that failed. */
  retryAfterMs: number;
}

export const usualThreshold: CompactionThreshold = {
  journalBytes: 1 << 20,
  snapshotShare: 0.5,
  retryAfterMs: 10_000,
};

interface CompactionOptions {
  dir: string;
  disk: Disk;
  low: Low<Snapshot | null>;
  snapshotFile: SnapshotFile;
  snapshotSeq: number;
  file: JournalFile;
  queue: CommitQueue;
  /** Rotated before an earlier end of the process, not yet archived. */
  rotated: RotatedJournal[];
  capture: () => Snapshot | undefined;
  threshold: CompactionThreshold;
  onReport: (report: string) => void;
}

/** Writes the newsroom into a new snapshot beside the running commits, and archives the journals it then holds. */
export class Compaction {
  private readonly options: CompactionOptions;
  private snapshotSeq: number;
  private rotated: RotatedJournal[];
  private running: Promise<void> | undefined;
  private notBefore = 0;
  private hasFailed = false;
  private isSuspended = false;

  constructor(options: CompactionOptions) {
    this.options = options;
    this.snapshotSeq = options.snapshotSeq;
    this.rotated = options.rotated;
  }

  /** Called when an act is handed over. */
  consider(): void {
    if (this.running || this.isSuspended || !this.isDue() || performance.now() < this.notBefore) return;
    this.running = this.run().finally(() => {
      this.running = undefined;
    });
  }

  async idle(): Promise<void> {
    await this.running;
  }

  private isDue(): boolean {
    const { file, snapshotFile, threshold } = this.options;
    const share = Math.max(threshold.journalBytes, snapshotFile.size * threshold.snapshotShare);
    return file.size > share || (this.hasFailed && this.rotated.length > 0);
  }

  private wait(ms: number): void {
    this.notBefore = performance.now() + ms;
  }

  private async run(): Promise<void> {
    const { onReport, threshold } = this.options;
    try {
      const isDone = await this.compact();
      if (isDone) this.hasFailed = false;
      else this.wait(50);
    } catch (error) {
      if (error instanceof EditedMeanwhile) {
        this.isSuspended = true;
        onReport(`${error.message} Nothing of the edit was overwritten; restart Slugline to take it in.`);
      } else if (!this.hasFailed) {
        onReport(
          `newsroom.json could not be renewed (${detailOf(error)}): all changes are safe in the journal.`,
        );
      }
      this.hasFailed = true;
      this.wait(threshold.retryAfterMs);
    }
  }

  /** `false` when the newsroom in memory is not as it is on disk: the next act asks again. */
  private async compact(): Promise<boolean> {
    const { low, queue } = this.options;
    // While nothing is written: acts are always on their way when many write at once.
    const snapshot = await queue.between(async () => {
      const captured = await this.captured();
      if (captured) await this.rotate();
      return captured;
    });
    if (!snapshot) return false;
    low.data = snapshot;
    try {
      await low.write();
    } finally {
      low.data = null;
    }
    this.snapshotSeq = snapshot.seq;
    await this.archive();
    return true;
  }

  private async captured(): Promise<Snapshot | undefined> {
    const { capture, queue } = this.options;
    // Whoever was told a moment ago that an act is on disk has applied it after this.
    await nextTurn();
    const snapshot = capture();
    const isWhole = snapshot?.seq === queue.recorded && queue.recorded > this.snapshotSeq;
    return isWhole ? snapshot : undefined;
  }

  private async rotate(): Promise<void> {
    const { file, queue, snapshotFile } = this.options;
    await snapshotFile.refuseIfTouched();
    if (this.rotated.length > 0) return;
    const { after } = file;
    const last = queue.recorded;
    await file.rotate(last);
    this.rotated.push({ name: rotatedName(after), after, last });
  }

  private async archive(): Promise<void> {
    const { disk, dir } = this.options;
    for (const journal of this.rotated.filter(({ last }) => last <= this.snapshotSeq)) {
      await archiveJournal(disk, dir, journal);
      this.rotated = this.rotated.filter((one) => one !== journal);
    }
  }
}
