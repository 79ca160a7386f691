import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomFrom } from '../soak/random.js';
import { random as atRandom, storeScripts } from './kill-points.js';
import { Ledger } from './ledger.js';
import { runChild } from './run-child.js';

const child = fileURLToPath(new URL('./store-child.js', import.meta.url));
/** Newsrooms that live and die together in one process: what is slow is to start it. */
export const storesEach = 4;
/** After so many deaths the newsrooms are closed properly, and new ones founded. */
const deathsEach = 8;

/** One of the crew: kills `deaths` processes, one after another. */
export async function tortureStores({ built, scratch, seed, deaths, tally, tools }) {
  const plans = plansFrom(seed);
  for (let died = 0; died < deaths && !tally.isEnough; ) {
    const ledgers = Array.from({ length: storesEach }, (_, at) => {
      const dir = join(scratch, `${seed}-${died}-${at}`);
      mkdirSync(dir);
      return new Ledger(dir, { tools, tally });
    });
    const setting = { built, seed, ledgers, tally };
    for (const until = Math.min(died + deathsEach, deaths); died < until && !tally.isEnough; )
      died += await playOut(setting, plans.next().value);
    await endLife(setting, { life: 1 });
    await endLife(setting, { life: 2, acts: 0 });
    for (const { dir } of ledgers)
      for (const path of [dir, `${dir}-attic`]) rmSync(path, { recursive: true, force: true });
  }
}

/** Each script in its turn, in an order of its own each time round. */
function* plansFrom(seed) {
  const random = randomFrom(seed);
  for (let nr = 1; ; ) {
    const order = storeScripts.map((script) => [random.between(0, 1e9), script]);
    for (const [, points] of order.sort(([a], [b]) => a - b)) {
      yield { nr, points, lead: random.between(0, storesEach - 1) };
      nr += 1;
    }
  }
}

/** Where the point is not reached as often as was meant, it is tried once more with the first time. */
async function playOut(setting, { nr, points, lead }) {
  let died = 0;
  for (const [step, point] of points.entries()) {
    for (const attempt of [0, 1]) {
      const life = nr * 10 + step * 2 + attempt;
      const isDead = await endLife(setting, { life, lead, point, isPatient: step + attempt === 0 });
      died += Number(isDead);
      if (isDead) break;
    }
  }
  return died;
}

/** From the start of a process to its end, and what it leaves. Without a `point` it closes its newsrooms itself. */
async function endLife({ built, seed, ledgers, tally }, { life, lead, point, isPatient, acts = 24 }) {
  // By its number, so that what came before does not change how a life is meant to end.
  const random = randomFrom(seed * 1_000_003 + life);
  const occurrence = isPatient ? random.oneOf([1, 1, 2, 4]) : 1;
  const isRandom = point === atRandom;
  const cutsPower = random.chance(0.4);
  const afterMs = random.between(0, 80);
  // Counted from its start, it also dies while it opens its newsrooms, or before.
  const isFromStart = random.chance(0.3);
  const stores = ledgers.map(({ dir, unsynced }) => ({ dir, unsynced }));
  const death = {
    cutsPower,
    ...(isRandom ? { afterMs: cutsPower ? afterMs : undefined } : { killAt: point, occurrence }),
  };
  const words = { built, life, lead, acts, stores, death, seed: random.between(1, 1e9) };
  const killSoon = (process) =>
    setTimeout(() => process.kill('SIGKILL'), isFromStart ? 120 + afterMs * 2 : afterMs);
  const isKilled = isRandom && !cutsPower;

  let dying;
  let opened = 0;
  const { code, signal } = await runChild(child, words, {
    onStart: (process) => isKilled && isFromStart && killSoon(process),
    hear: (line, process) => {
      if (line.broken) tally.fault('crashed', `the power cut itself: ${line.broken}`);
      else if (line.dying) dying = line;
      else ledgers[line.store].hears(line);
      if (line.opened === undefined) return;
      opened += 1;
      if (isKilled && !isFromStart && opened === ledgers.length) killSoon(process);
    },
  });

  if (signal === 'SIGKILL') {
    tally.count('processes killed');
    tally.count('rounds', ledgers.length);
    if (dying && cutsPower) tally.count('power cuts');
    tally.killedAt(point);
  } else if (code !== 0) tally.fault('crashed', `a process ended by itself: ${code} ${signal}`);
  else if (point !== undefined) tally.survived(point);
  for (const [at, ledger] of ledgers.entries()) {
    ledger.unsynced = dying?.unsynced[at];
    ledger.audit();
    if (code === 0) ledger.tidied();
  }
  return signal === 'SIGKILL';
}
