import { bigStory, tookToAsk } from '../one-big-story.js';

export const row = {
  name: 'big-story-cold',
  says: 'a story briefing with 10,000 entries, nothing of it kept',
  unit: 'ms',
  reach: { of: 'ours', atMost: 10 },
  async prepare() {
    // Code that never ran is slow, whatever it does.
    for (let count = 0; count < 10; count += 1) tookToAsk(bigStory(), 0);
    const ours = async () => {
      const newsroom = bigStory();
      return tookToAsk(newsroom, newsroom.seq);
    };
    return { ours, close: async () => {} };
  },
};
