import { searchAfterStart } from '../search-after-start.js';

export const row = {
  name: 'search-hold-reading',
  says: 'longest hold of the event loop while search reads 100,000 entries',
  unit: 'ms',
  reach: { of: 'ours', atMost: 20 },
  prepare: () => searchAfterStart('held'),
};
