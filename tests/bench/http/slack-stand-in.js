/** As much of Slack's API as the benched apps call, answered at once: everybody is a member, every post lands. */
import { createServer } from 'node:http';

const answers = {
  'auth.test': () => ({ team: 'Desk', team_id: 'T0DESK', bot_id: 'B0SLUG', user_id: 'U0SLUG' }),
  'users.info': () => ({ user: { id: 'U0ANA', team_id: 'T0DESK', real_name: 'Ana Reyes' } }),
};

/** @returns its address, how many messages it took, and how to close it */
export async function startSlackStandIn() {
  let posted = 0;
  const post = () => {
    posted += 1;
    return { ts: `${1_770_000_000 + posted}.000100`, channel: 'C0AUTOS' };
  };
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      const method = request.url?.split('/').at(-1) ?? '';
      const answer = answers[method] ?? post;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ok: true, ...answer() }));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${server.address().port}/api/`,
    posted: () => posted,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
