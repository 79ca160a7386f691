import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compared } from '../http/compared.js';
import { askOnce } from '../http/load.js';
import { copyOf, startServer } from '../http/servers.js';
import { sampleStore } from '../http/stores.js';
import { scratchFolder } from '../scratch.js';

export const row = {
  name: 'brief-over-http',
  says: '`/brief ford-xiaomi` over HTTP, 10 connections: Slugline against a bare Bolt app that acks the same bytes',
  unit: 'requests/s',
  reach: { of: 'ours/baseline', atLeast: 1 },
  prepare: () =>
    compared(async (apiUrl, text) => {
      const ours = await startServer('slugline.js', { apiUrl, DATA_DIR: copyOf(await sampleStore()) });
      const ANSWER = join(scratchFolder(), 'answer.json');
      writeFileSync(ANSWER, JSON.stringify(await askOnce(ours.port, text)));
      return { ours, baseline: await startServer('bare-bolt.js', { apiUrl, ANSWER }) };
    }),
};
