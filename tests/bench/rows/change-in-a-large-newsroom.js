import { bigNewsroom, entryAdded } from '../big-newsroom.js';
import { median } from '../numbers.js';
import { openService, storeIn } from '../open-store.js';
import { scratchFolder } from '../scratch.js';

const changes = 200;

/** Milliseconds of one durable change, one after the other, in a newsroom of so many entries. */
async function newsroomOf(entries) {
  const sizes = { entries, stories: 1000 };
  const dir = scratchFolder();
  await storeIn(dir, bigNewsroom(sizes));
  const service = await openService(dir);
  let next = entries;
  const change = async () => {
    const took = [];
    for (let count = 0; count < changes; count += 1) {
      const begun = performance.now();
      await service.record('U01REPORTER', () => [entryAdded(next, sizes)]);
      took.push(performance.now() - begun);
      next += 1;
    }
    return median(took);
  };
  await change();
  return { change, close: () => service.close() };
}

export const row = {
  name: 'change-in-a-large-newsroom',
  says: 'one change, durable: at 500,000 entries against at 1,000',
  unit: 'ms',
  reach: { of: 'ours/baseline', atMost: 1.3 },
  async prepare() {
    const large = await newsroomOf(500_000);
    const small = await newsroomOf(1_000);
    return {
      ours: large.change,
      baseline: small.change,
      close: () => Promise.all([large.close(), small.close()]),
    };
  },
};
