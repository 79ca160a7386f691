/**
 * Kills the built Slugline by the thousand, damages its files byte by byte, and counts what is lost. The same seed
 * plans the same deaths: npm run torture -- --seed 7 --rounds 2000
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { publisherScripts, storeScripts } from './kill-points.js';
import { torturePublisher } from './posting-campaign.js';
import { report } from './report.js';
import { runChild } from './run-child.js';
import { storesEach, tortureStores } from './store-campaign.js';
import { Tally } from './tally.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '2000' },
    /** stores, posting or damage; all three, one after another, unless one is named. */
    only: { type: 'string' },
    crew: { type: 'string', default: '2' },
    built: { type: 'string', default: 'dist' },
  },
});
const [seed, rounds, crew] = [values.seed, values.rounds, values.crew].map(Number);
const built = resolve(values.built);
const print = (line) => process.stdout.write(`${line}\n`);
print(`torture: seed ${seed}, ${rounds} rounds, ${crew} at a time`);

const load = (path) => import(pathToFileURL(join(built, path)).href);
const tools = {
  ...(await load('domain/apply.js')),
  ...(await load('domain/newsroom.js')),
  ...(await load('domain/snapshot.js')),
  ...(await load('domain/pages/plain-text.js')),
  ...(await load('services/newsroom-service.js')),
  ...(await load('services/publishing/newsroom-pages.js')),
  ...(await load('store/json/open-json-journal.js')),
};

/** Below this a run is a sample: not every point has its turn, and not every byte. */
const wholeRun = 2000;
const isWhole = rounds >= wholeRun;
const began = performance.now();
const scratch = mkdtempSync(join(tmpdir(), 'slugline-torture-'));
const tallies = { stores: new Tally(), posting: new Tally(), damage: new Tally() };

/** One campaign after another, each with the whole crew. */
async function together(name, work) {
  const tally = tallies[name];
  if (values.only && values.only !== name) return;
  const since = performance.now();
  await Promise.all(Array.from({ length: crew }, (_, nth) => work(nth)));
  tally.count('seconds', Math.round((performance.now() - since) / 1000));
}

const setting = { built, scratch, tools };
const deaths = Math.ceil(rounds / storesEach / crew);
await together('stores', (nth) =>
  tortureStores({ ...setting, seed: seed * 1000 + nth, deaths, tally: tallies.stores }),
);
const publishers = Math.ceil(deaths / 3);
await together('posting', (nth) =>
  torturePublisher({ ...setting, seed: seed * 1000 + nth, deaths: publishers, tally: tallies.posting }),
);
await together('damage', async (nth) => {
  const script = fileURLToPath(new URL('./damage-child.js', import.meta.url));
  const share = { nth, of: crew, stride: isWhole ? 1 : 23 };
  const { code } = await runChild(
    script,
    { built, dir: join(scratch, `damage-${nth}`), share },
    { hear: (line) => tallies.damage.add(line), patienceMs: 1_800_000 },
  );
  if (code !== 0) tallies.damage.fault('crashed', 'files could not be damaged to the end');
});
rmSync(scratch, { recursive: true, force: true });

if (isWhole && !values.only) {
  tallies.stores.expectKilledAt(storeScripts.flat());
  tallies.posting.expectKilledAt(publisherScripts);
}
const seconds = Math.round((performance.now() - began) / 1000);
process.exitCode = report(print, { seed, rounds, seconds, tallies });
