import { searchAfterStart } from '../search-after-start.js';

export const row = {
  name: 'search-ready',
  says: 'search ready at 100,000 entries, from opening the folder on',
  unit: 's',
  reach: { of: 'ours', atMost: 5 },
  prepare: () => searchAfterStart('s'),
};
