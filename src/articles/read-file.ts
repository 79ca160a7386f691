import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Problem } from '../domain/problem.ts';
import { mostBytes, mostMb } from './limits.ts';

// A pipe without a writer would otherwise hold us up for ever. Windows has neither flag.
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A file's bytes; one that is too large is not read, a link is not followed. Rejects when there is no such file. */
export async function readFileWithin(path: string): Promise<Uint8Array | Problem> {
  let handle: FileHandle;
  try {
    handle = await open(path, flags);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ELOOP') return { problem: 'input-symlink' };
    if (code === 'EACCES' || code === 'EPERM') return { problem: 'input-unreadable' };
    throw error;
  }
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) return { problem: 'input-not-text', looksLike: 'a folder or a device' };
    if (stat.size > mostBytes) return { problem: 'input-too-large', mostMb };
    return await within(handle.createReadStream({ autoClose: false }));
  } finally {
    await handle.close();
  }
}

/** All that comes, unless it is too much: then the rest is not waited for. */
export async function within(
  chunks: AsyncIterable<Uint8Array>,
  most = mostBytes,
): Promise<Uint8Array | Problem> {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > most) return { problem: 'input-too-large', mostMb };
    read.push(chunk);
  }
  return Buffer.concat(read);
}
