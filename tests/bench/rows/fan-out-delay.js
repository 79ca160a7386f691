import { loopDelay } from '../fan-out.js';

/** Milliseconds, from the act until every channel has the entry. */
const delayMs = async () => (await loopDelay(1000, (story) => story.addEntry())).p99Ms;

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
