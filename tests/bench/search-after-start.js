import { inChild } from './in-child.js';
import { madeUpNewsroom } from './made-up-newsroom.js';
import { storeIn } from './open-store.js';
import { scratchFolder } from './scratch.js';

/** Starts on a folder with 100,000 entries, each in a fresh process, until search is ready; `figure` names which. */
export async function searchAfterStart(figure) {
  const dir = scratchFolder();
  await storeIn(dir, madeUpNewsroom().newsroom);
  return { ours: async () => (await inChild('./ready-child.js', dir))[figure], close: async () => undefined };
}
