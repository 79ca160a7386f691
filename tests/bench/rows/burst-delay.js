import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { followedStory } from '../fan-out.js';

/** Cards are opened and the first replies go out; after that it is one message a second a channel, for minutes. */
const beginningMs = 5000;

/** The p99 of the event loop's delay, in milliseconds, from the burst on. */
async function delayMs() {
  const story = await followedStory(50);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await story.addEntries(200);
  await pause(beginningMs);
  delay.disable();
  await story.close();
  return delay.percentile(99) / 1e6;
}

export const row = {
  name: 'burst-delay',
  says: 'p99 of the event loop’s delay in the first five seconds of a burst: 200 entries to 50 channels',
  unit: 'ms',
  reach: { of: 'ours', atMost: 20 },
  async prepare() {
    await delayMs();
    return { ours: delayMs, close: async () => undefined };
  },
};
