import { heldMs, readySearch } from '../searching.js';

export const row = {
  name: 'search-hold-adding',
  says: 'the same while 1,000 entries are added one by one, and 1,000 in one act',
  unit: 'ms',
  reach: { of: 'ours', atMost: 20 },
  async prepare() {
    const { addInTurn, addAtOnce, close } = await readySearch();
    const ours = async () => Math.max(await heldMs(() => addInTurn(1000)), await addAtOnce(1000));
    await ours();
    return { ours, close };
  },
};
