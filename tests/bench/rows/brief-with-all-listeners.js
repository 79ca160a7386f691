import { compared } from '../http/compared.js';
import { copyOf, startServer } from '../http/servers.js';
import { sampleStore } from '../http/stores.js';

export const row = {
  name: 'brief-with-all-listeners',
  says: 'the same with all verbs, actions, events, modals and shortcuts against Slugline with `/brief` alone',
  unit: 'requests/s',
  reach: { of: 'ours/baseline', atLeast: 0.95 },
  prepare: () =>
    compared(async (apiUrl) => {
      const folder = await sampleStore();
      return {
        ours: await startServer('slugline.js', { apiUrl, DATA_DIR: copyOf(folder) }),
        baseline: await startServer('only-brief.js', { apiUrl, DATA_DIR: copyOf(folder) }),
      };
    }),
};
