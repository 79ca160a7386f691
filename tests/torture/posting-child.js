// Run by the kill campaign as a process of its own: a desk files entries and the publisher posts them, until it dies.
import { pathToFileURL } from 'node:url';
import { nextAct, nextEntry, opening } from '../soak/desk-at-work.js';
import { randomFrom } from '../soak/random.js';
import { HurriedClock } from './hurried-clock.js';
import { Mortal, say } from './mortal.js';

const { built, seed, dir, unsynced, death, entries, isLast, clock: time } = JSON.parse(process.argv[2]);
const load = (path) => import(pathToFileURL(`${built}/${path}`).href);
const { openJsonJournal } = await load('store/json/open-json-journal.js');
const { NewsroomService } = await load('services/newsroom-service.js');
const { Publisher } = await load('services/publisher.js');
const { ExpiryClock } = await load('services/expiry-clock.js');
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

const onRefused = (why) => bug({ err: why }, 'what ran out was not ended on record');
const expiries = new ExpiryClock({ newsroom: service, clock, timer: clock, onRefused });

/** More else beside an entry than at a desk: edits of messages and notices in threads come of it. */
async function file() {
  const id = `E-${newsroom.entries.size + 1}`;
  const acts = random.chance(0.5) ? [nextAct(random, newsroom.entries.size, clock.ms)] : [];
  const decisions = [nextEntry(random, id, clock.ms), ...acts];
  const { seq, problem } = await service.record('UED', (state) =>
    decisions.flatMap((decide) => decide(state)),
  );
  say(problem ? { problem } : { acknowledged: seq, id });
}

/** Nothing is owed, held back or paused. */
function isQuiet({ deliveries, entries: all, subscriptions }) {
  const held = [...all.where(all.by.embargoed, 'yes')].filter(({ withdrawn }) => !withdrawn);
  return deliveries.size + held.length + subscriptions.by.paused.at('yes').size === 0;
}

const { newsroom } = service;
publisher.start();
expiries.start();
if (newsroom.stories.size === 0) await service.record('UED', () => opening()[0]);
if (newsroom.subscriptions.size === 0) await service.record('UED', () => opening()[1]);
for (let left = entries; left > 0; left -= 1) {
  await file();
  await clock.pause(random.between(0, 2000));
}
// What is held back for longer is for the last life, which begins when all of it is over.
for (let left = isLast ? Number.POSITIVE_INFINITY : 60; left > 0 && !isQuiet(newsroom); left -= 1)
  await clock.pause(1000);
await Promise.all([publisher.stop(), expiries.stop()]);
await service.close();
say({ closed: newsroom.seq });
process.exit(0);
