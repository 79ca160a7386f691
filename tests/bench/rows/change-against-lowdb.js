import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { takeSnapshot } from '../../../dist/domain/snapshot.js';
import { bigNewsroom, entryAdded } from '../big-newsroom.js';
import { median } from '../numbers.js';
import { openService, storeIn } from '../open-store.js';
import { scratchFolder } from '../scratch.js';

const sizes = { entries: 100_000, stories: 5_000 };

async function timed(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

export const row = {
  name: 'change-against-lowdb',
  says: 'one change at 100,000 entries: plain lowdb 7 `JSONFile`, not synced, against ours, durable',
  unit: 'ms',
  reach: { of: 'baseline/ours', atLeast: 500 },
  async prepare() {
    const dir = scratchFolder();
    const newsroom = bigNewsroom(sizes);
    await storeIn(dir, newsroom);
    const service = await openService(dir);
    let next = sizes.entries;
    const change = () => service.record('U01REPORTER', () => [entryAdded(next++, sizes)]);

    const { tables } = takeSnapshot(newsroom);
    const low = new Low(new JSONFile(join(dir, 'plain.json')), tables);
    await low.write();
    let plain = sizes.entries;
    const update = () => low.update(({ entries }) => entries.push(entryAdded(plain++, sizes).entry));

    const ours = async () => {
      const took = [];
      for (let count = 0; count < 200; count += 1) took.push(await timed(change));
      return median(took);
    };
    await ours();
    return { ours, baseline: () => timed(update), close: () => service.close() };
  },
};
