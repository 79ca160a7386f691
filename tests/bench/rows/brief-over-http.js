import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askOnce, throughput } from '../http/load.js';
import { copyOf, startServer } from '../http/servers.js';
import { startSlackStandIn } from '../http/slack-stand-in.js';
import { sampleStore } from '../http/stores.js';
import { scratchFolder } from '../scratch.js';

const text = 'ford-xiaomi';

export const row = {
  name: 'brief-over-http',
  says: '`/brief ford-xiaomi` over HTTP, 10 connections: Slugline against a bare Bolt app that acks the same bytes',
  unit: 'requests/s',
  reach: { of: 'ours/baseline', atLeast: 1 },
  async prepare() {
    const slack = await startSlackStandIn();
    const { apiUrl } = slack;
    const slugline = await startServer('slugline.js', { apiUrl, DATA_DIR: copyOf(await sampleStore()) });
    const ANSWER = join(scratchFolder(), 'answer.json');
    writeFileSync(ANSWER, JSON.stringify(await askOnce(slugline.port, text)));
    const bare = await startServer('bare-bolt.js', { apiUrl, ANSWER });
    return {
      ours: () => throughput(slugline.port, { text }),
      baseline: () => throughput(bare.port, { text }),
      close: async () => {
        await Promise.all([slugline.stop(), bare.stop()]);
        slack.close();
      },
    };
  },
};
