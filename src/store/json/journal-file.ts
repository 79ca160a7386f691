import { fstatSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Disk, type FileHandle, syncFolder, unlinkIfThere, writeWhole } from './file-system.ts';
import { headLine } from './journal-line.ts';
import { putBack } from './put-back.ts';
import { rotatedName } from './store-files.ts';

/** Another program changed the open journal; going on would mix its bytes with ours. */
export class JournalTouched extends Error {}

export interface JournalFileOptions {
  disk: Disk;
  path: string;
  after: number;
  end: number;
  onReport: (report: string) => void;
}

const blockBytes = 4096;

/** The open end of the journal: bytes are either all on disk when `append` resolves, or none of them count. */
export class JournalFile {
  readonly path: string;
  /** Its first act is the one after this. */
  after: number;
  private readonly disk: Disk;
  private handle: FileHandle;
  /** Everything before this is on disk. */
  private end: number;
  /** After a failed write or fsync nobody knows what stands after `end`. */
  private isTailUnknown = false;
  /** Renames that are done but may not outlast a crash: ours, or at first those of a process that was killed. */
  private isFolderUnsynced = true;
  /** A rotation ended half way: the open file already has the name of a rotated one. */
  private isRenamed = false;
  private readonly onReport: (report: string) => void;

  private constructor(options: JournalFileOptions, handle: FileHandle) {
    this.disk = options.disk;
    this.path = options.path;
    this.after = options.after;
    this.end = options.end;
    this.onReport = options.onReport;
    this.handle = handle;
  }

  static async open(options: JournalFileOptions): Promise<JournalFile> {
    const handle = await options.disk.files.open(options.path, 'r+');
    // Whoever was killed between a write and its fsync left lines that we have read, and a power cut could still take.
    try {
      await handle.datasync();
    } catch (error) {
      await handle.close();
      throw error;
    }
    return new JournalFile(options, handle);
  }

  private get ownPath(): string {
    return this.isRenamed ? join(dirname(this.path), rotatedName(this.after)) : this.path;
  }

  get size(): number {
    return this.end;
  }

  async append(lines: Buffer): Promise<void> {
    const { disk } = this;
    // Awaited only when there is something to mend, or the disk would not be busy yet when this returns.
    if (this.isUnready) await this.makeReady();
    if (disk.onStep) await disk.onStep('append:ready');
    this.isTailUnknown = true;
    try {
      await writeWhole(this.handle, lines, this.end);
      if (disk.onStep) await disk.onStep('append:written');
      await this.handle.datasync();
      if (disk.onStep) await disk.onStep('append:synced');
      // Replaced meanwhile: what is acknowledged must have a name.
      if (fstatSync(this.handle.fd).nlink === 0) await this.restoreName(this.end + lines.length);
    } catch (error) {
      await this.dropTail().catch(() => undefined);
      throw error;
    }
    this.end += lines.length;
    this.isTailUnknown = false;
  }

  private get isUnready(): boolean {
    if (this.isFolderUnsynced || this.isTailUnknown) return true;
    const { nlink, size } = fstatSync(this.handle.fd);
    return nlink === 0 || size !== this.end;
  }

  private async makeReady(): Promise<void> {
    if (this.isFolderUnsynced) await this.settleFolder();
    if (this.isTailUnknown) await this.dropTail();
    const { nlink, size } = fstatSync(this.handle.fd);
    if (nlink === 0) await this.restoreName(this.end);
    else if (size !== this.end)
      throw new JournalTouched(
        `${basename(this.path)} has ${size} bytes where ${this.end} were written; restart Slugline`,
      );
  }

  /**
   * After a failed fsync the kernel may call pages clean that never reached the disk, and a second fsync then
   * succeeds without them (https://wiki.postgresql.org/wiki/Fsync_Errors). So nothing written since the last good
   * fsync is trusted: it is cut off, and the block it shared with good lines is written anew.
   */
  private async dropTail(): Promise<void> {
    await this.handle.truncate(this.end);
    const from = this.end - (this.end % blockBytes);
    const block = Buffer.alloc(this.end - from);
    const { bytesRead } = await this.handle.read(block, 0, block.length, from);
    if (bytesRead !== block.length) throw new JournalTouched(`${basename(this.path)} cannot be read back`);
    await writeWhole(this.handle, block, from);
    await this.handle.datasync();
    this.isTailUnknown = false;
  }

  private async restoreName(end: number): Promise<void> {
    const { handle, report } = await putBack(this.disk, this.handle, this.ownPath, end);
    await this.replaceHandle(handle);
    this.onReport(report);
    this.isFolderUnsynced = true;
    await this.settleFolder();
  }

  /**
   * Begins a new file after act `last` and leaves the old one under a name of its own. When it throws, either
   * nothing has changed, or the old file goes on being written under its new name, where a start finds it.
   */
  async rotate(last: number): Promise<void> {
    const { disk, path } = this;
    await this.makeReady();
    const temporary = `${path}.${process.pid}.tmp`;
    const head = Buffer.from(headLine(last));
    const next = await disk.files.open(temporary, 'w+', 0o600);
    try {
      await writeWhole(next, head, 0);
      await next.datasync();
      if (disk.onStep) await disk.onStep('rotate:made');
      if (!this.isRenamed) await disk.files.rename(path, join(dirname(path), rotatedName(this.after)));
      this.isRenamed = true;
      if (disk.onStep) await disk.onStep('rotate:old-renamed');
      await disk.files.rename(temporary, path);
    } catch (error) {
      await next.close().catch(() => undefined);
      await unlinkIfThere(disk, temporary);
      throw error;
    }
    if (disk.onStep) await disk.onStep('rotate:new-renamed');
    await this.replaceHandle(next);
    this.isRenamed = false;
    this.after = last;
    this.end = head.length;
    // No act may go into the new file before its name is sure to last: if this fails, the next append tries again.
    this.isFolderUnsynced = true;
    await this.settleFolder().catch(() => undefined);
    if (disk.onStep) await disk.onStep('rotate:folder-synced');
  }

  private async replaceHandle(next: FileHandle): Promise<void> {
    const old = this.handle;
    this.handle = next;
    await old.close().catch(() => undefined);
  }

  private async settleFolder(): Promise<void> {
    await syncFolder(this.disk, dirname(this.path));
    this.isFolderUnsynced = false;
  }

  async close(): Promise<void> {
    const { nlink } = fstatSync(this.handle.fd);
    if (nlink === 0) await this.restoreName(this.end).catch(() => undefined);
    await this.handle.close();
  }
}
