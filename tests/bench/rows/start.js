import { startsOn100000 } from '../started-store.js';

export const row = {
  name: 'start',
  says: 'start with 100,000 entries, ready to answer: against reading the file and `JSON.parse`',
  unit: 'ms',
  reach: { of: 'ours/baseline', atMost: 1.5 },
  prepare: () => startsOn100000('ms'),
};
