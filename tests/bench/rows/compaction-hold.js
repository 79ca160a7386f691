import { compactingStore } from '../compacting-store.js';

export const row = {
  name: 'compaction-hold',
  says: 'longest hold of the event loop during a compaction at 100,000 entries',
  unit: 'ms',
  reach: { of: 'ours', atMost: 20 },
  async prepare() {
    const store = await compactingStore();
    await store.compacting();
    return { ours: async () => (await store.compacting()).heldMs, close: store.close };
  },
};
