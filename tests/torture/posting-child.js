// Run by the kill campaign as a process of its own: a desk files entries and the publisher posts them, until it dies.
import { pathToFileURL } from 'node:url';
import { channelsOf, nextActs, opening } from '../soak/desk-at-work.js';
import { randomFrom } from '../soak/random.js';
import { HurriedClock } from './hurried-clock.js';
import { Mortal, say } from './mortal.js';

const { built, seed, dir, unsynced, death, entries, clock: time } = JSON.parse(process.argv[2]);
const load = (path) => import(pathToFileURL(`${built}/${path}`).href);
const { openJsonJournal } = await load('store/json/open-json-journal.js');
const { NewsroomService } = await load('services/newsroom-service.js');
const { Publisher } = await load('services/publisher.js');
const { newsroomPages } = await load('services/publishing/newsroom-pages.js');

const random = randomFrom(seed);
const clock = new HurriedClock(time);
const mortal = new Mortal(death);
const { files } = mortal.diskOf(dir, { random, unsynced, isFatal: true });
const onStep = (step) => mortal.pass(step);
let service;
const journal = await openJsonJournal({
  ...{ dir, files, onStep },
  now: () => clock.now(),
  capture: () => service.snapshot(),
  threshold: { journalBytes: 20_000, snapshotShare: 0.2, retryAfterMs: 0 },
});
if ('problem' in journal) {
  say({ refused: journal.message });
  process.exit(0);
}
service = new NewsroomService(journal, clock);
const repairs = await service.load();
say({ opened: service.newsroom.seq, repaired: repairs.length });

/** Slack outlives us: it is where we were started. */
const answers = new Map();
const asking = (call) => (message) =>
  new Promise((answer) => {
    const nr = answers.size + 1;
    answers.set(nr, answer);
    process.send({ nr, call, message, at: clock.ms });
  });
process.on('message', ({ nr, answer }) => answers.get(nr)(answer));
const announcer = {
  ...{ post: asking('post'), edit: asking('edit'), find: asking('find') },
  permalink: async (channel, ts) => `https://example.org/${channel}/${ts}`,
};
const bug = (facts, what) =>
  say({ logged: what, why: String(facts.err ?? facts.problem ?? facts.error ?? '') });
const publisher = new Publisher({
  ...{ newsroom: service, announcer, clock, onStep, pages: newsroomPages('UTC') },
  timer: clock,
  log: { info: () => {}, warn: () => {}, error: bug },
});

async function record(changes) {
  const { seq, problem } = await service.record('UED', (newsroom) => {
    const [entry, act] = changes;
    const about = act?.id && newsroom.entries.get(act.id);
    return act && (!about || about.withdrawn) ? [entry] : changes;
  });
  say(problem ? { problem } : { acknowledged: seq, id: changes[0].id });
}

/** More often than at a desk: an edit of the message and a notice in its thread come of it. */
function correctsOne({ entries }) {
  const id = `E-${random.between(1, entries.size)}`;
  const set = { text: `What ${id} should have said, by ${random.between(1, 1e6)}` };
  if (entries.get(id).withdrawn) return [];
  return [{ type: 'entry-corrected', id, set, reason: 'We misheard.' }];
}

const { newsroom } = service;
publisher.start();
if (newsroom.stories.size === 0) await service.record('UED', () => opening()[0]);
if (newsroom.subscriptions.size < channelsOf().length) await service.record('UED', () => opening()[1]);
for (let left = entries; left > 0; left -= 1) {
  await record(nextActs(random, newsroom.entries.size));
  if (random.chance(0.3)) await service.record('UED', correctsOne);
  await clock.pause(random.between(0, 2000));
}
while (newsroom.deliveries.size > 0) await clock.pause(1000);
await publisher.stop();
await service.close();
say({ closed: newsroom.seq });
process.exit(0);
