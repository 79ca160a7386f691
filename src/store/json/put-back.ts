import { basename, dirname, join } from 'node:path';
import { type Disk, type FileHandle, unlinkIfThere, writeWhole } from './file-system.ts';
import { codeOf } from './store-problem.ts';

const chunkBytes = 1 << 20;

/**
 * An editor that saves by renaming, or a person who deletes, leaves our open journal without a name, and every
 * acknowledged act with it. Ours is the whole one: it is copied back into place, theirs is set aside.
 */
export async function putBack(
  disk: Disk,
  nameless: FileHandle,
  path: string,
  end: number,
): Promise<{ handle: FileHandle; report: string }> {
  const temporary = `${path}.${process.pid}.tmp`;
  const handle = await disk.files.open(temporary, 'w+', 0o600);
  try {
    await copy(nameless, handle, end);
    await handle.datasync();
    const theirs = await setAside(disk, path);
    await disk.files.rename(temporary, path);
    const left = theirs === undefined ? '' : ` What was there instead is now ${theirs}.`;
    return {
      handle,
      report: `${basename(path)} was replaced or deleted while Slugline ran: it is back, whole.${left}`,
    };
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlinkIfThere(disk, temporary);
    throw error;
  }
}

async function copy(from: FileHandle, to: FileHandle, end: number): Promise<void> {
  const chunk = Buffer.alloc(Math.min(chunkBytes, end));
  for (let at = 0; at < end; ) {
    const { bytesRead } = await from.read(chunk, 0, Math.min(chunk.length, end - at), at);
    if (bytesRead === 0) throw new Error('the journal is shorter than what was written to it');
    await writeWhole(to, chunk.subarray(0, bytesRead), at);
    at += bytesRead;
  }
}

async function setAside({ files }: Disk, path: string): Promise<string | undefined> {
  const stats = await files.stat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (stats === undefined) return undefined;
  const name = `journal.replaced-${stats.ino}.jsonl`;
  await files.rename(path, join(dirname(path), name));
  return name;
}
