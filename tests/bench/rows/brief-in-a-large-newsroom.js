import { compared } from '../http/compared.js';
import { copyOf, startServer } from '../http/servers.js';
import { sampleStore } from '../http/stores.js';

export const row = {
  name: 'brief-in-a-large-newsroom',
  says: 'the same at 100,000 entries and 5,000 stories against the sample',
  unit: 'requests/s',
  reach: { of: 'ours/baseline', atLeast: 0.95 },
  prepare: () =>
    compared(async (apiUrl) => {
      const large = await sampleStore({ entries: 100_000, stories: 5_000 });
      return {
        ours: await startServer('slugline.js', { apiUrl, DATA_DIR: copyOf(large) }),
        baseline: await startServer('slugline.js', { apiUrl, DATA_DIR: copyOf(await sampleStore()) }),
      };
    }),
};
