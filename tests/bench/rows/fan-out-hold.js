import { loopDelay } from '../fan-out.js';

/** Milliseconds that the event loop was held at the longest, from the act until every channel has the entry. */
const heldMs = async () => (await loopDelay(1000, (story) => story.addEntry())).maxMs;

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
