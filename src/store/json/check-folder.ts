import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { codeOf, StoreFault } from './store-problem.ts';

/** Throws a `StoreFault` when the folder cannot hold a newsroom, before anything is written to it. */
export async function checkFolder(dir: string): Promise<void> {
  const unwritable = (reason: string) => new StoreFault('store-unwritable', reason);
  const stats = await stat(dir).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT')
      throw unwritable(
        `The folder ${dir} does not exist. Create it (mkdir -p), or set DATA_DIR to the right one.`,
      );
    throw unwritable(`The folder ${dir} cannot be opened (${codeOf(error)}). Check DATA_DIR.`);
  });
  if (!stats.isDirectory()) throw unwritable(`${dir} is a file; DATA_DIR has to be a folder.`);
  try {
    await access(dir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (codeOf(error) === 'EROFS')
      throw unwritable(`The folder ${dir} is on a disk mounted read-only. Mount it writable.`);
    const me = process.getuid?.();
    const mend =
      stats.uid === me
        ? `Allow its owner to write (chmod u+rwx ${dir}).`
        : `It belongs to user ${stats.uid}, and Slugline runs as user ${me}: chown it, or run as its owner.`;
    throw unwritable(`The folder ${dir} cannot be written to. ${mend}`);
  }
}
