import { setTimeout as pause } from 'node:timers/promises';
import { loopDelay } from '../fan-out.js';

/** Cards are opened and the first replies go out; after that it is one message a second a channel, for minutes. */
const beginningMs = 5000;

/** Milliseconds, from the burst on. */
async function delayMs() {
  const { p99Ms } = await loopDelay(50, async (story) => {
    await story.addEntries(200);
    await pause(beginningMs);
  });
  return p99Ms;
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
