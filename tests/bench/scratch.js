import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty folder on a real disk, gone with the process. Set TMPDIR if the usual one is kept in memory. */
export function scratchFolder() {
  const dir = mkdtempSync(join(tmpdir(), 'slugline-bench-'));
  process.on('exit', () => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
