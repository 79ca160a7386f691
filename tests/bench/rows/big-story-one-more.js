import { median } from '../numbers.js';
import { addOne, bigStory, tookToAsk } from '../one-big-story.js';

const entries = 50;

export const row = {
  name: 'big-story-one-more',
  says: 'the same again after one more entry, for somebody who read it just before that',
  unit: 'ms',
  reach: { of: 'ours', atMost: 1 },
  async prepare() {
    const newsroom = bigStory();
    const ours = async () => {
      const took = [];
      for (let count = 0; count < entries; count += 1) {
        const since = newsroom.seq;
        addOne(newsroom);
        took.push(tookToAsk(newsroom, since));
      }
      return median(took);
    };
    tookToAsk(newsroom, 0);
    await ours();
    return { ours, close: async () => {} };
  },
};
