import type { Stats } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import type { Snapshot } from '../../domain/snapshot.ts';
import {
  type Disk,
  type FileHandle,
  readWhole,
  syncFolder,
  unlinkIfThere,
  writeWhole,
} from './file-system.ts';
import type { Pace } from './pace.ts';
import { readSnapshot, sumOf } from './read-snapshot.ts';
import { recordLines, sealedLines } from './snapshot-text.ts';
import { codeOf } from './store-problem.ts';

/** What the file was when it was last read or written here. */
interface Known {
  inode: number;
  size: number;
  changedMs: number;
  sum: string | undefined;
}

/** About 0.1 ms of stringify: what a commit may have to wait for. */
const sliceBytes = 8 * 1024;
const writeBytes = 64 * 1024;
/** Small, so that the journal's fsync never waits behind a large one of ours: they share the disk's queue. */
const syncEveryBytes = 512 * 1024;

/**
 * lowdb's adapter for `newsroom.json`. Its own `JSONFile` does not fsync and holds the event loop for as long as
 * JSON.stringify takes over everything: https://github.com/typicode/lowdb/blob/v7.0.1/src/adapters/node/TextFile.ts
 */
export class SnapshotFile implements Adapter<Snapshot | null> {
  private readonly path: string;
  private readonly disk: Disk;
  private readonly pace: Pace;
  private known: Known | undefined;

  constructor(path: string, disk: Disk, pace: Pace) {
    this.path = path;
    this.disk = disk;
    this.pace = pace;
  }

  get size(): number {
    return this.known?.size ?? 0;
  }

  /** True when a person edited the file since we wrote it, and said so: it has no sum to be trusted by. */
  get isUnsealed(): boolean {
    return this.known !== undefined && this.known.sum === undefined;
  }

  async read(): Promise<Snapshot | null> {
    const bytes = await readWhole(this.disk, this.path).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (bytes === undefined) return null;
    const stats = await this.disk.files.stat(this.path);
    const { snapshot, sum } = readSnapshot(basename(this.path), bytes);
    this.known = knownFrom(stats, sum);
    return snapshot;
  }

  async write(snapshot: Snapshot | null): Promise<void> {
    if (snapshot === null) return;
    const { disk, path } = this;
    const temporary = `${path}.${process.pid}.tmp`;
    const handle = await disk.files.open(temporary, 'w', 0o600);
    try {
      if (disk.onStep) await disk.onStep('snapshot:opened');
      const sum = await this.writeSlices(handle, snapshot);
      await handle.datasync();
      if (disk.onStep) await disk.onStep('snapshot:synced');
      const stats = await handle.stat();
      await handle.close();
      await this.refuseIfTouched();
      await disk.files.rename(temporary, path);
      this.known = knownFrom(stats, sum);
    } catch (error) {
      await handle.close().catch(() => undefined);
      await unlinkIfThere(disk, temporary);
      throw error;
    }
    if (disk.onStep) await disk.onStep('snapshot:renamed');
    await syncFolder(disk, dirname(path));
    if (disk.onStep) await disk.onStep('snapshot:folder-synced');
  }

  private async writeSlices(handle: FileHandle, snapshot: Snapshot): Promise<string> {
    const { disk, pace } = this;
    const lines = sealedLines(recordLines(snapshot));
    let text = '';
    let at = 0;
    let synced = 0;
    for (;;) {
      const slice = nextSlice(lines);
      text += slice.text;
      if (text.length >= writeBytes || slice.sum !== undefined) {
        const bytes = Buffer.from(text);
        text = '';
        await writeWhole(handle, bytes, at);
        at += bytes.length;
        if (disk.onStep) await disk.onStep('snapshot:written');
      }
      if (slice.sum !== undefined) return slice.sum;
      if (at - synced > syncEveryBytes) {
        await handle.datasync();
        synced = at;
      }
      await pace.turn();
    }
  }

  /** Throws when the file is not the one we read or wrote last. */
  async refuseIfTouched(): Promise<void> {
    const { known } = this;
    const name = basename(this.path);
    const stats = await this.disk.files.stat(this.path).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (stats === undefined) return;
    if (known === undefined) throw new EditedMeanwhile(`${name} appeared while Slugline ran.`);
    if (isSame(known, stats)) return;
    // Touched, or put back from a backup: what counts is what it says.
    const sum = sumOf(await readWhole(this.disk, this.path));
    if (sum === undefined || sum !== known.sum)
      throw new EditedMeanwhile(`${name} was edited while Slugline ran.`);
    this.known = knownFrom(stats, sum);
  }
}

/** The snapshot was edited by a person while we ran; replacing it would lose the edit. */
export class EditedMeanwhile extends Error {}

function nextSlice(lines: Generator<string, string>): { text: string; sum?: string } {
  let text = '';
  while (text.length < sliceBytes) {
    const next = lines.next();
    if (next.done) return { text, sum: next.value };
    text += next.value;
  }
  return { text };
}

function knownFrom(stats: Stats, sum: string | undefined): Known {
  return { inode: stats.ino, size: stats.size, changedMs: stats.mtimeMs, sum };
}

const isSame = (known: Known, stats: Stats): boolean =>
  known.inode === stats.ino && known.size === stats.size && known.changedMs === stats.mtimeMs;
