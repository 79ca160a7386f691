import { bigStory, tookToAsk } from '../one-big-story.js';

export const row = {
  name: 'big-story-cold',
  says: 'a story briefing with 10,000 entries, nothing of it kept',
  unit: 'ms',
  reach: { of: 'ours', atMost: 10 },
  async prepare() {
    // A running app has answered other briefings: its code is compiled. This newsroom stays, as an app's does: when the
    // last one is gone, so are the hidden classes of its tables, and what was compiled for them is thrown away.
    const warm = [bigStory()];
    for (let count = 0; count < 10; count += 1) tookToAsk(bigStory(), 0);
    const ours = async () => {
      const newsroom = bigStory();
      return tookToAsk(newsroom, newsroom.seq);
    };
    const close = async () => {
      warm.length = 0;
    };
    return { ours, close };
  },
};
