import { startsOn100000 } from '../started-store.js';

export const row = {
  name: 'memory-after-start',
  says: 'memory after that start: against the parsed JSON alone',
  unit: 'MB',
  reach: { of: 'ours/baseline', atMost: 1.6 },
  prepare: () => startsOn100000('mb'),
};
