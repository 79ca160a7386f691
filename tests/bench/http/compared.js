import { throughput } from './load.js';
import { startSlackStandIn } from './slack-stand-in.js';

const text = 'ford-xiaomi';

/** Two servers on one stand-in for Slack, asked for the same briefing in turns: what a row's `prepare` resolves to. */
export async function compared(start) {
  const slack = await startSlackStandIn();
  const { ours, baseline } = await start(slack.apiUrl, text);
  return {
    ours: () => throughput(ours.port, { text }),
    baseline: () => throughput(baseline.port, { text }),
    close: async () => {
      await Promise.all([ours.stop(), baseline.stop()]);
      slack.close();
    },
  };
}
