import { chmod, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isOurs } from './store-files.ts';
import { codeOf, StoreFault } from './store-problem.ts';

const forOthers = 0o077;
const writableByOthers = 0o022;

/**
 * What is under embargo and what was said on background stands in these files: they are for their owner alone, also
 * after a backup was put back with other modes. Throws a `StoreFault` where a name leads to a file elsewhere.
 */
export async function closeToOthers(dir: string): Promise<string[]> {
  // Windows has no such modes; there the folder's access list decides.
  if (process.platform === 'win32') return [];
  const reports: string[] = [];
  for (const name of (await readdir(dir)).filter(isOurs)) {
    const path = join(dir, name);
    const stats = await lstat(path).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
    });
    // Another process that is starting or ending has taken its lock away meanwhile.
    if (stats === undefined) continue;
    if (stats.isSymbolicLink())
      throw new StoreFault(
        'store-unwritable',
        `${path} is a symbolic link, and Slugline writes to files of its own only. Put the file itself there, or set DATA_DIR to the folder that it is in.`,
      );
    if ((stats.mode & forOthers) === 0) continue;
    const isClosed = await chmod(path, stats.isDirectory() ? 0o700 : 0o600).then(
      () => true,
      () => false,
    );
    reports.push(`${name} could be read by others${isClosed ? ': now it is for its owner alone' : ''}.`);
  }
  const { mode } = await lstat(join(dir, '.'));
  if (mode & writableByOthers)
    reports.push(`Others can put files into ${dir}. Close it to them: chmod go-w ${dir}`);
  return reports;
}
