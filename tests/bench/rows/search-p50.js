import { madeUpQueries } from '../made-up-texts.js';
import { miniSearchOf } from '../mini-search.js';
import { median } from '../numbers.js';
import { readySearch, tookToAnswer } from '../searching.js';

export const row = {
  name: 'search-p50',
  says: 'p50 of 40 questions to the search of 100,000 entries: beside MiniSearch 7.2',
  unit: 'ms',
  reach: { of: 'ours', atMost: 10 },
  async prepare() {
    const { questions, find, close, documents } = await readySearch();
    const asked = questions(40);
    const mini = miniSearchOf(documents);
    const queries = madeUpQueries({ documents }, asked.length);
    const ours = async () => median(await tookToAnswer(find, asked));
    await ours();
    return { ours, baseline: async () => median(mini.tookToAnswer(queries)), close };
  },
};
