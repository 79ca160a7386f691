import { monitorEventLoopDelay } from 'node:perf_hooks';
import { followedStory } from '../fan-out.js';

/** Milliseconds that the event loop was held at the longest, from the act until every channel has the entry. */
async function heldMs() {
  const story = await followedStory();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await story.addEntry();
  delay.disable();
  await story.close();
  return delay.max / 1e6;
}

export const row = {
  name: 'fan-out-hold',
  says: 'longest hold of the event loop while one entry goes to 1,000 channels',
  unit: 'ms',
  reach: { of: 'ours', atMost: 30 },
  async prepare() {
    await heldMs();
    return { ours: heldMs, close: async () => undefined };
  },
};
