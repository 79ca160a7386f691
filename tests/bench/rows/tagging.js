import { namesAndText, tookToTag } from '../tagging.js';

export const row = {
  name: 'tagging',
  says: 'the names in a text of 5,000 characters, out of 100,000 aliases',
  unit: 'ms',
  reach: { of: 'ours', atMost: 1 },
  async prepare() {
    const made = namesAndText();
    const ours = async () => tookToTag(made);
    await ours();
    return { ours, close: async () => undefined };
  },
};
