import { monitorEventLoopDelay } from 'node:perf_hooks';
import { followedStory } from '../fan-out.js';

/** The p99 of the event loop's delay, in milliseconds, from the act until every channel has the entry. */
async function delayMs() {
  const story = await followedStory();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await story.addEntry();
  delay.disable();
  await story.close();
  return delay.percentile(99) / 1e6;
}

export const row = {
  name: 'fan-out-delay',
  says: 'p99 of the event loop’s delay while one entry goes to 1,000 channels',
  unit: 'ms',
  reach: { of: 'ours', atMost: 20 },
  async prepare() {
    await delayMs();
    return { ours: delayMs, close: async () => undefined };
  },
};
