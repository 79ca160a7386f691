import { text } from 'node:stream/consumers';
import { LogLevel, type WebAPIHTTPError, type WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import { slackFetch } from '../../src/slack/slack-fetch.ts';
import { type LocalServer, startServer } from '../articles/support/local-server.ts';

type Answers = Parameters<typeof startServer>[0];
let server: LocalServer;
let calls: string[];
afterEach(() => server.stop());

async function clientOf(answers: Answers, timeout = 5000): Promise<WebClient> {
  calls = [];
  server = await startServer(async (request, response) => {
    calls.push(await text(request));
    answers(request, response);
  });
  return new WebClient('xoxb-test', {
    slackApiUrl: `http://127.0.0.1:${server.port}/api/`,
    ...{ fetch: slackFetch, timeout, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
    logLevel: LogLevel.ERROR,
  });
}
const posts = (client: WebClient) => client.chat.postMessage({ channel: 'C1', text: 'Ford & “Xiaomi”' });

test('Slack’s client has through it what it sends and what Slack answers, scopes among the headers', async () => {
  const client = await clientOf((_, response) => {
    response.setHeader('x-oauth-scopes', 'chat:write,commands');
    response.end('{"ok":true,"ts":"1700000000.000100"}');
  });

  const answer = await posts(client);

  expect(answer).toMatchObject({ ts: '1700000000.000100' });
  expect(answer.response_metadata?.scopes).toEqual(['chat:write', 'commands']);
  expect(new URLSearchParams(calls[0]).get('text')).toBe('Ford & “Xiaomi”');
});

test('a 429 is told with the seconds that Slack names', async () => {
  const client = await clientOf((_, response) => response.writeHead(429, { 'retry-after': '7' }).end());

  const limited: WebAPIRateLimitedError = await posts(client).catch((error) => error);

  expect(limited).toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 7 });
});

test('a redirect is not followed: the token stays with Slack', async () => {
  const client = await clientOf((_, response) => response.writeHead(307, { location: '/elsewhere' }).end());

  const moved: WebAPIHTTPError = await posts(client).catch((error) => error);

  expect(moved).toMatchObject({ code: 'slack_webapi_http_error', statusCode: 307 });
  expect(calls).toHaveLength(1);
});

test.each([
  ['before an answer', (_: unknown, response: { destroy: () => void }) => response.destroy()],
  [
    'in the middle of one',
    (_: unknown, response: { write: (part: string) => void; destroy: () => void }) => {
      response.write('{"ok":');
      setImmediate(() => response.destroy());
    },
  ],
])('a connection that is cut %s is a failed call', async (_, cuts) => {
  const client = await clientOf(cuts as Answers);

  await expect(posts(client)).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
});

test('whoever does not answer in time is not waited for', async () => {
  const client = await clientOf(() => {}, 50);

  await expect(posts(client)).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
});

test.each([
  [200, true],
  [404, false],
])('an answer to a response address with status %i is known for what it is', async (status, ok) => {
  const client = await clientOf((_, response) => response.writeHead(status).end('ok'));

  const answer = await slackFetch(`${client.slackApiUrl}response`, { method: 'POST', body: '{}' });

  expect(answer).toMatchObject({ ok, status });
});
