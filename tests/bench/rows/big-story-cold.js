import { bigStory, tookToAsk } from '../one-big-story.js';

export const row = {
  name: 'big-story-cold',
  says: 'a story briefing with 10,000 entries, nothing of it kept',
  unit: 'ms',
  reach: { of: 'ours', atMost: 10 },
  async prepare() {
    // A running app has answered other briefings: its code is compiled. This newsroom stays, as an app's does, and what
    // was asked of it is kept: when the last tally is gone, so are its hidden classes, and what was compiled for them is
    // thrown away with the next garbage collection.
    const warm = [bigStory()];
    tookToAsk(warm[0], 0);
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
