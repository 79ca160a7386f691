import { compactingStore } from '../compacting-store.js';
import { median } from '../numbers.js';

export const row = {
  name: 'change-during-compaction-p50',
  says: 'one change during that compaction, p50: against the same with nothing else to do',
  unit: 'ms',
  async prepare() {
    const store = await compactingStore();
    await store.compacting();
    return {
      ours: async () => median((await store.compacting()).took),
      baseline: async () => median(await store.idle()),
      close: store.close,
    };
  },
};
