import { compactingStore } from '../compacting-store.js';
import { quantile } from '../numbers.js';

export const row = {
  name: 'change-during-compaction-p95',
  says: 'one change during that compaction, p95: against the same with nothing else to do',
  unit: 'ms',
  async prepare() {
    const store = await compactingStore();
    await store.compacting();
    return {
      ours: async () => quantile((await store.compacting()).took, 0.95),
      baseline: async () => quantile(await store.idle(), 0.95),
      close: store.close,
    };
  },
};
