/**
 * Entries by the thousand through the built publisher, on a Slack that fails by chance and a process that dies by
 * chance. The same seed gives the same run: npm run soak -- --seed 7 --entries 10000
 */
import { parseArgs } from 'node:util';
import { channelsOf, nextAct, nextEntry, opening } from './desk-at-work.js';
import { FaultySlack } from './faulty-slack.js';
import { findings } from './findings.js';
import { randomFrom } from './random.js';
import { World } from './world.js';

const { NewsroomService } = await import('../../dist/services/newsroom-service.js');
const { ExpiryClock } = await import('../../dist/services/expiry-clock.js');
const { Publisher } = await import('../../dist/services/publisher.js');
const { newsroomPages } = await import('../../dist/services/publishing/newsroom-pages.js');
const { plainText } = await import('../../dist/domain/pages/plain-text.js');

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, entries: { type: 'string', default: '10000' } },
});
const [seed, entries] = [Number(values.seed), Number(values.entries)];
const random = randomFrom(seed);
const world = new World();
const slack = new FaultySlack(world, random, plainText);
const log = { info: () => {}, warn: () => {}, error: (_, what) => count(`logged: ${what}`) };
const happened = {};
const count = (what) => {
  happened[what] = (happened[what] ?? 0) + 1;
};

/** What is on disk, and whether there is room on it. */
const disk = { acts: [], isFull: false };

/** One life of the process: it starts on what is on disk, and nobody answers it once it is over. */
async function live() {
  const life = { isOver: false };
  const alive = (answer) => (life.isOver ? new Promise(() => {}) : answer());
  const journal = {
    load: async () => ({ snapshot: undefined, acts: [...disk.acts], repairs: [] }),
    append: (acts) =>
      alive(async () => {
        if (disk.isFull) return { outcome: 'refused', reason: 'disk-full', detail: 'ENOSPC' };
        disk.acts.push(...acts);
        return { outcome: 'recorded' };
      }),
    since: async () => [],
    close: async () => {},
  };
  const announcer = Object.fromEntries(
    ['post', 'edit', 'find', 'permalink'].map((name) => [
      name,
      async (...words) => {
        const answer = await alive(() => slack[name](...words));
        return alive(() => answer);
      },
    ]),
  );
  const service = new NewsroomService(journal, world.clock);
  await service.load();
  const publisher = new Publisher({
    ...{ newsroom: service, announcer, clock: world.clock, timer: world.timerFor(life) },
    ...{ pages: newsroomPages('UTC'), log },
    onStep: () => {
      if (!slack.isCalm && !life.isOver && random.chance(perStep)) dies(life);
    },
  });
  const timer = world.timerFor(life);
  const expiries = new ExpiryClock({ newsroom: service, clock: world.clock, timer, onRefused: () => {} });
  return { life, service, start: () => [publisher, expiries].forEach((one) => void one.start()) };
}

const perStep = 12 / (entries * 6);
let process_ = await live();
for (const changes of opening()) await process_.service.record('UED', () => changes);
process_.start();

/** Everything that was under way is gone; a new process starts some seconds later. */
function dies(life) {
  life.isOver = true;
  count('process killed');
  world.after(random.between(100, 20_000), async () => {
    const next = await live();
    // An import at the command line, while nobody was at home.
    if (random.chance(0.5) && made < entries) await add(next.service, { isImport: true });
    process_ = next;
    next.start();
  });
}

let made = 0;
async function add(service, { isImport = false } = {}) {
  const entry = nextEntry(random, `E-${made + 1}`, world.now);
  const acts = random.chance(isImport ? 0 : 0.12) ? [nextAct(random, made, world.now)] : [];
  const recorded = await service.record('UED', (newsroom) =>
    [entry, ...acts].flatMap((decide) => decide(newsroom)),
  );
  if ('problem' in recorded) return;
  made += 1;
  for (const change of recorded.changes) note(change);
}

const paused = new Set();
function note({ type, id, set }) {
  if (type !== 'entry-added') count(type);
  if (type === 'subscription-changed' && set.pausedUntil) paused.add(id);
}

/** The desk works in bursts. */
function work() {
  if (made >= entries) return;
  const burst = random.chance(0.1) ? random.between(5, 40) : 1;
  const { service, life } = process_;
  if (!life.isOver) void addAll(service, burst);
  world.after(random.between(50, 800) * burst, work);
}
async function addAll(service, burst) {
  for (let nth = 0; nth < burst && made < entries; nth += 1) await add(service);
}

/** Channels close and open, threads are deleted, the disk fills up and is cleared. */
function trouble() {
  if (slack.isCalm) return;
  const { service, life } = process_;
  const channel = random.oneOf(channelsOf());
  const kind = random.between(1, 10);
  if (kind <= 4 && !slack.closed.has(channel)) {
    count('channel closed');
    slack.closed.set(channel, random.oneOf(['not_in_channel', 'is_archived', 'restricted_action']));
    world.after(random.between(5000, 300_000), () => opens(channel));
  } else if (kind <= 8) {
    const cards = slack.messages.filter(({ key }) => key?.startsWith('open:'));
    const card = cards.length > 0 ? random.oneOf(cards) : undefined;
    if (card && !slack.gone.has(card.ts)) slack.deleteThread(card.ts);
  } else if (!life.isOver && service) {
    count('disk full');
    disk.isFull = true;
    world.after(random.between(1000, 20_000), () => {
      disk.isFull = false;
    });
  }
  world.after(random.between(20_000, 200_000), trouble);
}

/** Somebody invites the app again; the event may find nobody at home. */
function opens(channel) {
  slack.closed.delete(channel);
  const { service, life } = process_;
  if (life.isOver) return;
  void service.record('slack', ({ subscriptions }) =>
    [...subscriptions.where(subscriptions.by.channel, channel)]
      .filter(({ parked }) => parked)
      .map(({ id }) => ({ type: 'subscription-parked', id, error: null })),
  );
}

const began = performance.now();
work();
trouble();
const hours = 3_600_000;
await world.run(() => made >= entries, { deadlineMs: 1000 * hours });
slack.isCalm = true;
for (const channel of channelsOf()) opens(channel);
const isQuiet = ({ deliveries, entries, subscriptions }) => {
  const held = [...entries.where(entries.by.embargoed, 'yes')].filter(({ withdrawn }) => !withdrawn);
  return deliveries.size + held.length + subscriptions.by.paused.at('yes').size === 0;
};
const isDone = () => !process_.life.isOver && isQuiet(process_.service.newsroom);
await world.run(isDone, { deadlineMs: 48 * hours });

const { newsroom } = process_.service;
const pages = newsroomPages('UTC');
const found = findings(newsroom, slack, {
  isPaused: (id) => paused.has(id),
  drawn: (place) => plainText(pages.card(newsroom, place, world.clock.now())),
});
const print = (line) => process.stdout.write(`${line}\n`);
print(
  `soak: seed ${seed}, ${made} entries, ${slack.messages.length} messages in ${channelsOf().length} channels`,
);
print(`  happened: ${JSON.stringify({ ...slack.faults, ...happened })}`);
print(
  `  ${Object.entries(found)
    .map(([what, those]) => `${what} ${those.length}`)
    .join(', ')}`,
);
for (const [what, those] of Object.entries(found))
  for (const one of those.slice(0, 5)) print(`    ${what}: ${one}`);
print(`  ${((performance.now() - began) / 1000).toFixed(1)} s`);
process.exitCode = Object.values(found).flat().length === 0 ? 0 : 1;
