import * as promises from 'node:fs/promises';
import { dirname } from 'node:path';

export type { FileHandle } from 'node:fs/promises';

/** The calls that a test makes fail: full disks, short writes, an fsync that reports an error. */
export type FileSystem = Pick<
  typeof promises,
  'open' | 'rename' | 'unlink' | 'link' | 'mkdir' | 'readdir' | 'readFile' | 'stat'
>;

export const nodeFileSystem: FileSystem = promises;

/**
 * Called between the instructions whose order keeps the newsroom safe, with the name of the one just passed:
 * the kill campaign ends the process there.
 */
export type OnStep = (step: string) => void | Promise<void>;

export interface Disk {
  files: FileSystem;
  onStep?: OnStep | undefined;
}

/** A write may take fewer bytes than it was given, and says so only by its result: pwrite(2). */
export async function writeWhole(handle: promises.FileHandle, bytes: Buffer, at: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
    if (bytesWritten === 0) throw Object.assign(new Error('the disk took no bytes'), { code: 'ENOSPC' });
    done += bytesWritten;
  }
}

/** In one go: `readFile` of promises takes half a megabyte at a time and twice as long. */
export async function readWhole({ files }: Disk, path: string): Promise<Buffer> {
  const handle = await files.open(path, 'r');
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.allocUnsafeSlow(size);
    let done = 0;
    while (done < size) {
      const { bytesRead } = await handle.read(bytes, done, size - done, done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return bytes.subarray(0, done);
  } finally {
    await handle.close();
  }
}

/** Makes renames and new names in the folder last: https://man7.org/linux/man-pages/man2/fsync.2.html */
export async function syncFolder({ files }: Disk, folder: string): Promise<void> {
  // Windows cannot open a folder, and its renames are in the file system's own journal.
  if (process.platform === 'win32') return;
  const handle = await files.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function unlinkIfThere({ files }: Disk, path: string): Promise<void> {
  await files.unlink(path).catch(() => undefined);
}

/** Sets a small file in place so that after a crash it is there whole, or not at all. */
export async function placeFile(disk: Disk, path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  const handle = await disk.files.open(temporary, 'w', 0o600);
  try {
    await writeWhole(handle, Buffer.from(text), 0);
    await handle.datasync();
    await handle.close();
    await disk.files.rename(temporary, path);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlinkIfThere(disk, temporary);
    throw error;
  }
  await syncFolder(disk, dirname(path));
}
