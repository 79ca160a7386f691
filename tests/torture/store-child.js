// Run by the kill campaign as a process of its own: opens some newsrooms, records in all of them at once, and dies.
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { randomFrom } from '../soak/random.js';
import { decideAct } from './acts-of.js';
import { canonical } from './canonical.js';
import { Mortal, say } from './mortal.js';

const { built, seed, life, stores, lead, death, acts } = JSON.parse(process.argv[2]);
const load = (path) => import(pathToFileURL(`${built}/${path}`).href);
const { openJsonJournal } = await load('store/json/open-json-journal.js');
const { NewsroomService } = await load('services/newsroom-service.js');
const now = () => '2026-02-01T09:30:00.000Z';
const mortal = new Mortal(death);

async function open(at) {
  const { dir, unsynced } = stores[at];
  const random = randomFrom(seed * 31 + at);
  const isFatal = at === lead;
  const { files } = mortal.diskOf(dir, { random, unsynced, isFatal });
  let service;
  const journal = await openJsonJournal({
    ...{ dir, files, now },
    onStep: (step) => (isFatal ? mortal.pass(step) : undefined),
    capture: () => service.snapshot(),
    onReport: (report) => say({ store: at, report }),
    // Small, so that every life of a newsroom compacts it some times.
    threshold: { journalBytes: 5000, snapshotShare: 0.02, retryAfterMs: 0 },
  });
  if ('problem' in journal) {
    say({ store: at, refused: journal.message });
    return undefined;
  }
  service = new NewsroomService(journal, { now });
  const repairs = await service.load();
  const digest = createHash('sha256').update(canonical(service.snapshot())).digest('hex');
  say({ store: at, opened: service.newsroom.seq, digest, repairs });
  return { service, random };
}

/** Bursts, as when several reporters file at once: those share a write. */
async function work(at, { service, random }) {
  for (let nth = 0; nth < acts; ) {
    const burst = random.between(1, 5);
    const recorded = [];
    for (let one = 0; one < burst; one += 1, nth += 1) {
      const name = `${life}-${at}-${nth}`;
      const acknowledge = ({ seq, problem }) => say({ store: at, name, seq, problem });
      recorded.push(service.record('UED', decideAct(name, random.between(1, 4))).then(acknowledge));
    }
    await Promise.all(recorded);
    if (random.chance(0.2)) await delay(random.between(0, 3));
  }
  await service.close();
  say({ store: at, closed: service.newsroom.seq });
}

const opened = await Promise.all(stores.map((_, at) => open(at)));
await Promise.all(opened.map((store, at) => store && work(at, store)));
process.exit(0);
