/**
 * As much of Slack's API as the benched apps call: everybody is a member, every post lands, after `postMs`. At 0 a bench
 * measures us alone; Slack's own needs about 100.
 */
import { createServer } from 'node:http';

const answers = {
  'auth.test': () => ({ team: 'Desk', team_id: 'T0DESK', bot_id: 'B0SLUG', user_id: 'U0SLUG' }),
  'users.info': () => ({ user: { id: 'U0ANA', team_id: 'T0DESK', real_name: 'Ana Reyes' } }),
};

export async function startSlackStandIn({ postMs = 0 } = {}) {
  let posted = 0;
  let last;
  const post = () => {
    posted += 1;
    return { ts: `${1_770_000_000 + posted}.000100`, channel: 'C0AUTOS' };
  };
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.once('end', () => {
      const method = request.url?.split('/').at(-1) ?? '';
      if (!answers[method]) last = Buffer.concat(chunks);
      const answer = answers[method] ?? post;
      response.setHeader('content-type', 'application/json');
      const end = () => response.end(JSON.stringify({ ok: true, ...answer() }));
      if (answer === post && postMs > 0) setTimeout(end, postMs);
      else end();
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${server.address().port}/api/`,
    /** The last message that was posted, as it was sent. */
    lastPosted: () => last.toString(),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
