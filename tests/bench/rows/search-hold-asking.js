import { heldMs, readySearch, tookToAnswer } from '../searching.js';

export const row = {
  name: 'search-hold-asking',
  says: 'the same while 500 questions are asked one after the other',
  unit: 'ms',
  reach: { of: 'ours', atMost: 20 },
  async prepare() {
    const { questions, find, close } = await readySearch();
    const asked = questions(500);
    const ours = () => heldMs(() => tookToAnswer(find, asked));
    await ours();
    return { ours, close };
  },
};
