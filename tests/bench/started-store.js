import { inFolder } from '../../dist/store/json/store-files.js';
import { bigNewsroom } from './big-newsroom.js';
import { inChild } from './in-child.js';
import { storeIn } from './open-store.js';
import { scratchFolder } from './scratch.js';

/** Starts on a folder with 100,000 entries, each in a fresh process, ours or only JSON.parse; `figure` names which. */
export async function startsOn100000(figure) {
  const dir = scratchFolder();
  await storeIn(dir, bigNewsroom({ entries: 100_000, stories: 5_000 }));
  const start = async (who) => {
    const said = await inChild('./start-child.js', who, dir, inFolder(dir).snapshot);
    return said[figure];
  };
  await start('ours');
  return { ours: () => start('ours'), baseline: () => start('baseline'), close: async () => undefined };
}
