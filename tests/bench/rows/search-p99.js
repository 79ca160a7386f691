import { quantile } from '../numbers.js';
import { readySearch, tookToAnswer } from '../searching.js';

export const row = {
  name: 'search-p99',
  says: 'p99 of 1,000 such questions',
  unit: 'ms',
  reach: { of: 'ours', atMost: 60 },
  async prepare() {
    const { questions, find, close } = await readySearch();
    const asked = questions(1000);
    const ours = async () => quantile(await tookToAnswer(find, asked), 0.99);
    await ours();
    return { ours, close };
  },
};
