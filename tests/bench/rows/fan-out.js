import { startServer } from '../http/servers.js';
import { startSlackStandIn } from '../http/slack-stand-in.js';

/** What the publisher sent, as the arguments of a call. */
function argumentsOf(sent) {
  const form = Object.fromEntries(new URLSearchParams(sent));
  const parsed = Object.entries(form).map(([name, value]) => [
    name,
    ['blocks', 'metadata'].includes(name) ? JSON.parse(value) : value,
  ]);
  return Object.fromEntries(parsed);
}

export const row = {
  name: 'fan-out',
  says: 'one entry to 1,000 channels, processor time a message: the publisher against the bare client’s call',
  unit: 'µs',
  reach: { of: 'ours/baseline', atMost: 1.25 },
  async prepare() {
    const slack = await startSlackStandIn();
    const newsroom = await startServer('fan-out.js', { apiUrl: slack.apiUrl });
    // Code that ran twice is not warm yet.
    for (let count = 0; count < 4; count += 1) await newsroom.ask({ what: 'ours' });
    const message = argumentsOf(slack.lastPosted());
    for (let count = 0; count < 4; count += 1) await newsroom.ask({ what: 'bare', message });
    return {
      ours: () => newsroom.ask({ what: 'ours' }),
      baseline: () => newsroom.ask({ what: 'bare' }),
      close: async () => {
        await newsroom.stop();
        slack.close();
      },
    };
  },
};
