import type { Journal } from '../../services/ports.ts';
import { checkFolder } from './check-folder.ts';
import { type Disk, nodeFileSystem } from './file-system.ts';
import { readJournals } from './load-store.ts';
import { problemFrom } from './open-json-journal.ts';
import { Pace } from './pace.ts';
import { SnapshotFile } from './snapshot-file.ts';
import { inFolder } from './store-files.ts';
import type { StoreProblem } from './store-problem.ts';

const mostTries = 5;
const pauseMs = 100;

/**
 * The journal of a folder for who only reads, as it stands on disk now: without the folder's lock, so while Slugline
 * runs, too. Nothing is written or mended.
 */
export async function openToRead(dir: string): Promise<Journal | StoreProblem> {
  const disk: Disk = { files: nodeFileSystem };
  for (let tries = 1; ; tries += 1) {
    try {
      await checkFolder(dir);
      const snapshot = await new SnapshotFile(inFolder(dir).snapshot, disk, new Pace()).read();
      const { acts } = await readJournals(disk, dir, snapshot);
      const append = () => Promise.reject(new Error('this newsroom was opened to be read'));
      return {
        load: async () => ({ snapshot: snapshot ?? undefined, acts, repairs: [] }),
        append,
        since: append,
        close: async () => {},
      };
    } catch (error) {
      // A compaction moves files between two looks at them; what is damaged is so the next time, too.
      if (tries === mostTries) return problemFrom(error, dir);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
