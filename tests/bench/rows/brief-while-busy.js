import { latencies } from '../http/load.js';
import { copyOf, startServer } from '../http/servers.js';
import { startSlackStandIn } from '../http/slack-stand-in.js';
import { sampleStore } from '../http/stores.js';
import { quantile } from '../numbers.js';

const text = 'ford-xiaomi';
const idleMs = 5000;

/** Told beside the table: the ratio alone does not say whether the busy are slow or the idle are fast. */
function p99(when, took) {
  const [half, most] = [0.5, 0.99].map((share) => quantile(took, share));
  process.stderr.write(`  ${when}: p50 ${half.toFixed(2)} ms, p99 ${most.toFixed(2)} ms of ${took.length}\n`);
  return most;
}

export const row = {
  name: 'brief-while-busy',
  says: 'p99 of `/brief` while one entry goes to 1,000 channels and 1,000 are imported, against its p99 when idle',
  unit: 'ms',
  reach: { of: 'ours/baseline', atMost: 3 },
  async prepare() {
    const slack = await startSlackStandIn({ postMs: 100 });
    const DATA_DIR = copyOf(await sampleStore({ entries: 600, stories: 1, entities: 30 }));
    const newsroom = await startServer('busy-slugline.js', { apiUrl: slack.apiUrl, DATA_DIR });
    const { port } = newsroom;
    const ours = async () => {
      let isOver = false;
      const done = newsroom.ask('work').then(() => {
        isOver = true;
      });
      // What is asked after the work is done would hide what it cost.
      const took = await latencies(port, { text, until: () => isOver });
      await done;
      return p99('busy', took);
    };
    const baseline = async () => p99('idle', await latencies(port, { text, ms: idleMs }));
    await baseline();
    await ours();
    await baseline();
    return {
      ours,
      baseline,
      close: async () => {
        await newsroom.stop();
        slack.close();
      },
    };
  },
};
