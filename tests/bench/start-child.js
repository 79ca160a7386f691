/** Opens a store as the app does, or only parses its file; sends how long that took and what it then holds. */
import { readFileSync } from 'node:fs';
import { openService } from './open-store.js';

const [who, dir, file] = process.argv.slice(2);
const start = {
  ours: () => openService(dir),
  baseline: () => JSON.parse(readFileSync(file, 'utf8')),
};

const held = () => {
  // Twice: what the first one finalizes, the second one frees.
  for (let time = 0; time < 2; time += 1) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
};

const before = held();
const begun = performance.now();
const started = await start[who]();
const ms = performance.now() - begun;
await new Promise((resolve) => setTimeout(resolve, 50));
const mb = held() - before;
await started.close?.();
process.send({ ms, mb }, () => process.exit());
