import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Publisher } from '../../dist/services/publisher.js';
import { newsroomPages } from '../../dist/services/publishing/newsroom-pages.js';
import { clock, openService } from './open-store.js';
import { scratchFolder } from './scratch.js';

const timer = {
  after: (ms, run) => {
    const waiting = setTimeout(run, ms);
    return () => clearTimeout(waiting);
  },
};
const log = { info: () => {}, warn: () => {}, error: (_, what) => process.stderr.write(`${what}\n`) };

/** A Slack that takes every message in 20 ms. */
function slack() {
  let posted = 0;
  const taken = async (ts) => {
    await pause(20);
    return { outcome: 'posted', ts };
  };
  return {
    post: () => {
      posted += 1;
      return taken(`${1_700_000_000 + posted}.000100`);
    },
    edit: ({ ts }) => taken(ts),
    find: async () => ({ outcome: 'absent' }),
    permalink: async () => undefined,
  };
}

const story = {
  ...{ slug: 'wide', headline: 'About wide', status: 'active' },
  ...{ subjects: [], aliases: [], entities: [] },
};
const follows = (at) => ({
  type: 'subscribed',
  id: `S-${at + 1}`,
  subscription: {
    topic: { kind: 'story', slug: 'wide' },
    ...{ channel: `C${at + 1}`, kinds: ['fact'], withoutEntities: [], owner: 'UANA', threading: 'thread' },
  },
});

const entryAdded = (number) => {
  const entry = { kind: 'fact', text: 'What the entry says', sources: [], verification: 'reported' };
  const filed = { entities: [], stories: [story.slug] };
  return { type: 'entry-added', id: `E-${number}`, entry: { ...entry, ...filed } };
};

/** A newsroom of its own in which that many channels follow a story, with the publisher at work. */
async function followedStory(channels) {
  const service = await openService(scratchFolder());
  const record = (changes) => service.record('UED', () => changes);
  await record([{ type: 'story-opened', story }]);
  await record(Array.from({ length: channels }, (_, at) => follows(at)));
  const publisher = new Publisher({
    ...{ newsroom: service, announcer: slack(), clock, timer, pages: newsroomPages('UTC'), log },
  });
  publisher.start();
  return {
    service,
    /** Records one entry on the story; resolves when every channel has it. */
    async addEntry() {
      await record([entryAdded(1)]);
      const { deliveries } = service.newsroom;
      while (deliveries.by.what.at('entry').size > 0) await pause(20);
    },
    /** So many entries at once, an act each; resolves when they are recorded. */
    addEntries: (count) =>
      Promise.all(Array.from({ length: count }, (_, at) => record([entryAdded(at + 1)]))),
    async close() {
      await publisher.stop();
      await service.close();
    },
  };
}

/** The event loop's delay while `work` is done with a story that so many channels follow, a sample every millisecond. */
export async function loopDelay(channels, work) {
  const story = await followedStory(channels);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work(story);
  delay.disable();
  await story.close();
  return { maxMs: delay.max / 1e6, p99Ms: delay.percentile(99) / 1e6 };
}
