import { setTimeout as pause } from 'node:timers/promises';
import { throughput } from './load.js';
import { startSlackStandIn } from './slack-stand-in.js';

const text = 'ford-xiaomi';
/** By then all that answers is compiled, on a busy machine as well. */
const toWarmUp = 20_000;

/** Two servers on one stand-in for Slack, asked for the same briefing in turns: what a row's `prepare` resolves to. */
export async function compared(start) {
  const slack = await startSlackStandIn();
  const { ours, baseline } = await start(slack.apiUrl, text);
  const both = [ours, baseline];
  // An index that is still being read takes the processor of whoever is measured then, and of whoever asks.
  for (const server of both) await atRest(server);
  for (const { port } of both) {
    for (let answered = 0; answered < toWarmUp; )
      answered += await throughput(port, { text, warmUpMs: 0, ms: 1000 });
  }
  for (const server of both) await atRest(server);
  return {
    ours: () => throughput(ours.port, { text }),
    baseline: () => throughput(baseline.port, { text }),
    close: async () => {
      await Promise.all(both.map((server) => server.stop()));
      slack.close();
    },
  };
}

const lookMs = 250;
/** What a server that nobody asks anything uses of a processor. */
const idleShare = 0.02;
const mostLooks = 240;

/** Waits until a server has done what it began: it was idle for a second. */
async function atRest(server) {
  let before = await server.ask('used');
  for (let look = 0, idle = 0; look < mostLooks; look += 1) {
    await pause(lookMs);
    const used = await server.ask('used');
    idle = used - before < lookMs * 1000 * idleShare ? idle + 1 : 0;
    if (idle === 4) return;
    before = used;
  }
  throw new Error('a server that nobody asks anything is still at work after a minute');
}
