/**
 * What fan-out costs those who type meanwhile: one entry to 1,000 channels that follow its story, then 200 entries in
 * a burst to 50 channels, through the built publisher and the real journal, on a Slack that answers in 20 ms. Beside
 * it somebody asks for a briefing every 10 ms. Prints how long the event loop was held and how long answers took,
 * against the same minute of questions with nothing to post. npm run bench
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

const { NewsroomService } = await import('../../dist/services/newsroom-service.js');
const { Publisher } = await import('../../dist/services/publisher.js');
const { newsroomPages } = await import('../../dist/services/publishing/newsroom-pages.js');
const { answer } = await import('../../dist/services/commands/commands.js');
const { openJsonJournal } = await import('../../dist/store/json/open-json-journal.js');

const clock = { now: () => new Date().toISOString() };
const timer = {
  after: (ms, run) => {
    const waiting = setTimeout(run, ms);
    return () => clearTimeout(waiting);
  },
};
const log = { info: () => {}, warn: () => {}, error: (_, what) => process.stderr.write(`${what}\n`) };

let posted = 0;
const announcer = {
  post: async () => {
    await pause(20);
    posted += 1;
    return { outcome: 'posted', ts: `${1_700_000_000 + posted}.000100` };
  },
  edit: async ({ ts }) => {
    await pause(20);
    return { outcome: 'posted', ts };
  },
  find: async () => ({ outcome: 'absent' }),
  permalink: async () => undefined,
};

const dir = mkdtempSync(join(tmpdir(), 'slugline-bench-'));
let service;
const journal = await openJsonJournal({ dir, capture: () => service.snapshot(), now: clock.now });
service = new NewsroomService(journal, clock);
await service.load();

const story = (slug) => ({
  type: 'story-opened',
  story: { slug, headline: `About ${slug}`, status: 'active', subjects: [], aliases: [], entities: [] },
});
const follows = (slug, count, from) =>
  Array.from({ length: count }, (_, at) => ({
    type: 'subscribed',
    id: `S-${from + at}`,
    subscription: {
      topic: { kind: 'story', slug },
      ...{
        channel: `C${from + at}`,
        kinds: ['fact'],
        withoutEntities: [],
        owner: 'UANA',
        threading: 'thread',
      },
    },
  }));
const entry = (slug, number) => ({
  type: 'entry-added',
  id: `E-${number}`,
  entry: {
    ...{ kind: 'fact', text: `What entry ${number} says`, sources: [], verification: 'reported' },
    ...{ entities: [], stories: [slug] },
  },
});
const record = async (changes) => {
  const recorded = await service.record('UED', () => changes);
  if ('problem' in recorded) throw new Error(recorded.problem);
};
await record([story('wide'), story('busy')]);
await record([...follows('wide', 1000, 1), ...follows('busy', 50, 2001)]);

const publisher = new Publisher({
  ...{ newsroom: service, announcer, clock, timer, pages: newsroomPages('UTC'), log },
});
publisher.start();

const quantile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Runs `work` with somebody asking beside it; milliseconds. */
async function beside(name, work) {
  const before = posted;
  const held = monitorEventLoopDelay({ resolution: 1 });
  const took = [];
  let isOver = false;
  held.enable();
  const asking = (async () => {
    while (!isOver) {
      const asked = performance.now();
      answer('wide', {
        newsroom: service.newsroom,
        viewer: { role: 'reader' },
        now: clock.now(),
        zone: 'UTC',
      });
      took.push(performance.now() - asked);
      await pause(10);
    }
  })();
  await work();
  isOver = true;
  await asking;
  held.disable();
  took.sort((a, b) => a - b);
  return {
    what: name,
    messages: posted - before,
    'loop p99 ms': +(held.percentile(99) / 1e6).toFixed(1),
    'loop max ms': +(held.max / 1e6).toFixed(1),
    'answer p50 ms': +quantile(took, 0.5).toFixed(2),
    'answer p99 ms': +quantile(took, 0.99).toFixed(2),
  };
}

const until = async (holds) => {
  while (!holds()) await pause(20);
};
const isQuiet = () => service.newsroom.deliveries.size === 0;

await beside('warm-up', () => pause(1000));
const rows = [await beside('nothing to post', () => pause(3000))];
rows.push(
  await beside('1 entry to 1,000 channels', async () => {
    await record([entry('wide', 1)]);
    await until(isQuiet);
  }),
);
rows.push(
  await beside('1 correction in 1,000 channels', async () => {
    const set = { text: 'What entry 1 should have said' };
    await record([{ type: 'entry-corrected', id: 'E-1', set, reason: 'We misheard.' }]);
    await until(() => ![...service.newsroom.deliveries.all()].some(({ what }) => what === 'notice'));
  }),
);
rows.push(
  // At one message a second a channel the whole burst takes minutes: the first seconds hold the most work.
  await beside('200 entries to 50 channels, first 15 s', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, at) => record([entry('busy', at + 2)])));
    await pause(15_000);
  }),
);
const columns = Object.keys(rows[0] ?? {});
const line = (cells) => `| ${cells.join(' | ')} |\n`;
process.stdout.write(line(columns) + line(columns.map(() => '---')));
for (const row of rows) process.stdout.write(line(Object.values(row)));
process.stdout.write(`${JSON.stringify(rows)}\n`);
await publisher.stop();
await service.close();
rmSync(dir, { recursive: true, force: true });
process.exit(0);
