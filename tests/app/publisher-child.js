// Run by tests as a process of its own: the built app on a fake Slack, its clock hurried, dying at a step of its publisher.
import { writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

const { main, dataDir, access, acts, killAt, occurrence, hurry } = JSON.parse(process.argv[2]);
const load = (path) => import(pathToFileURL(`${dirname(main)}/${path}`).href);
const { connect, openNewsroom } = await load('app.js');
const { createLog } = await load('log.js');

const say = (line) => writeSync(1, `${JSON.stringify(line)}\n`);
const log = createLog('silent');
const service = await openNewsroom({ dataDir, dataDirIsNamed: true }, log);
let seen = 0;
const running = await connect(service, access, { zone: 'UTC', editors: [], contributors: [] }, log, {
  timer: {
    after: (ms, run) => {
      const timeout = setTimeout(run, ms / hurry);
      return () => clearTimeout(timeout);
    },
  },
  onStep: (step) => {
    if (step !== killAt) return;
    seen += 1;
    if (seen === occurrence) process.kill(process.pid, 'SIGKILL');
  },
});
if (running.faults) {
  say({ faults: running.faults });
  process.exit(1);
}
// Each act stands or falls by itself, and what an earlier run recorded is not recorded again.
for (const { table, upTo, changes } of acts) {
  if (service.newsroom[table].size < upTo) await service.record('UED', () => changes);
  while (service.newsroom.deliveries.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
}
await running.stop();
say({ owed: service.newsroom.deliveries.size, posts: service.newsroom.posts.size });
process.exit(0);
