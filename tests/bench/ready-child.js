/** Opens a store as the app does and lets its search be read; sends how long that took and held the event loop up. */
import { openService } from './open-store.js';
import { heldMs, searchOf } from './searching.js';

const [dir] = process.argv.slice(2);
const begun = performance.now();
const service = await openService(dir);
const search = searchOf(service);
let s = 0;
const held = await heldMs(async () => {
  await search.start();
  s = (performance.now() - begun) / 1000;
});
const asking = { newsroom: service.newsroom, now: '2026-11-01T00:00:00.000Z', zone: 'UTC' };
const { found } = await search.find('since:2026-01-01', { ...asking, viewer: { role: 'reader' } });
if (found?.total !== 115_000) throw new Error(`${found?.total} of 115,000 records are found`);
await search.stop();
await service.close();
process.send({ s, held }, () => process.exit());
