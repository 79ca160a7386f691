/**
 * A newsroom whose one story a thousand channels follow, with the publisher as app.ts opens it. Told `ours`, it records
 * an entry and sees its messages out; told `bare`, it makes the same calls with Slack's client alone. It answers with
 * the processor time of a message, in microseconds.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { WebClient } from '@slack/web-api';

const { systemClock, systemTimer } = await import('../../../dist/app.js');
const { createLog } = await import('../../../dist/log.js');
const { openPublisher } = await import('../../../dist/slack/open-publisher.js');
const { openService } = await import('../open-store.js');
const { scratchFolder } = await import('../scratch.js');
const { entryAdded, storySlug } = await import('../big-newsroom.js');

const channels = 1000;
const log = createLog('error');
const access = { botToken: process.env.SLACK_BOT_TOKEN, apiUrl: process.env.SLACK_API_URL };
const service = await openService(scratchFolder());
const publisher = openPublisher(service, access, {
  directory: { nameOf: async () => 'Ana Reyes' },
  ...{ house: { zone: 'UTC' }, clock: systemClock, timer: systemTimer, log },
});
publisher.start();

const record = async (changes) => {
  const recorded = await service.record('U01REPORTER', () => changes);
  if ('problem' in recorded) throw new Error(recorded.problem);
};
const story = { slug: storySlug(0), headline: 'Ford in talks with Xiaomi', status: 'active' };
await record([
  { type: 'story-opened', story: { ...story, subjects: [], aliases: [], entities: [] } },
  ...Array.from({ length: channels }, (_, at) => ({
    type: 'subscribed',
    id: `S-${at + 1}`,
    subscription: {
      ...{ topic: { kind: 'story', slug: story.slug }, channel: `C${at}`, owner: 'U01EDITOR' },
      ...{ kinds: ['fact'], withoutEntities: [], threading: 'channel' },
    },
  })),
]);

/** Processor time of a message, all told: what is left to do when the last one is out is waited for. */
async function perMessage(work) {
  const begun = process.cpuUsage();
  await work();
  await pause(1500);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / channels;
}

async function publishOne() {
  // Six to the next fact: the kinds take turns.
  await record([entryAdded(service.newsroom.entries.size * 6, { stories: 1, entities: 30 })].map(renumbered));
  while (service.newsroom.deliveries.size > 0) await pause(5);
}
const renumbered = (change) => ({ ...change, id: `E-${service.newsroom.entries.size + 1}` });

const client = new WebClient(access.botToken, { slackApiUrl: access.apiUrl });
let last;
/** What the publisher sends is looked at once, so that the bare client sends the very same. */
async function callBare() {
  let next = 0;
  const one = async () => {
    for (let at = next++; at < channels; at = next++)
      await client.chat.postMessage({ ...last, channel: `C${at}` });
  };
  await Promise.all(Array.from({ length: 10 }, one));
}

const works = { ours: publishOne, bare: callBare, under: publishOne };
process.on('message', async ({ what, message }) => {
  last = message ?? last;
  process.send(await perMessage(works[what]));
});
process.once('SIGTERM', () => process.exit(0));
process.send('listening');
