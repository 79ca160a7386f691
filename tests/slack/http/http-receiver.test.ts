import { createHmac } from 'node:crypto';
import { type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, type ReceiverEvent } from '@slack/bolt';
import { createLog } from '../../../src/log.ts';
import { HttpReceiver } from '../../../src/slack/http/http-receiver.ts';

const signingSecret = 'a signing secret';

let lines: string[];
let taken: ReceiverEvent[];
let take: (event: ReceiverEvent) => Promise<void>;
let receiver: HttpReceiver;
let port: number;

beforeEach(async () => {
  lines = [];
  taken = [];
  take = ({ ack }) => ack();
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  receiver = new HttpReceiver({ signingSecret, port: 0, health: () => ({ state: 'running' }), log });
  receiver.init({
    processEvent: (event: ReceiverEvent) => {
      taken.push(event);
      return take(event);
    },
  } as App);
  port = ((await receiver.start()).address() as AddressInfo).port;
});
afterEach(() => receiver.stop());

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/json' };

interface Sent {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  isSigned?: boolean;
}

/** Sends it as Slack would, and resolves to what Slack gets. */
function send(
  body: string,
  { path = '/slack/events', method = 'POST', headers = {}, isSigned = true }: Sent = {},
) {
  const seconds = Math.floor(Date.now() / 1000);
  const sum = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex');
  const signature = { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${sum}` };
  return new Promise<{ status: number | undefined; type: string | undefined; text: string }>(
    (resolve, reject) => {
      const sent = request(
        { port, path, method, agent: false, headers: { ...headers, ...(isSigned ? signature : {}) } },
        async (response: IncomingMessage) => {
          const chunks: Buffer[] = [];
          for await (const chunk of response) chunks.push(chunk);
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode, type: response.headers['content-type'], text });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    },
  );
}

describe('what Slack sends', () => {
  test.each([
    ['a command', 'command=%2Fbrief&text=a+b', form, { command: '/brief', text: 'a b' }],
    [
      'a command with a charset',
      'text=%C3%A9',
      { 'content-type': `${form['content-type']}; charset=utf-8` },
      { text: 'é' },
    ],
    ['a press', `payload=${encodeURIComponent('{"type":"block_actions"}')}`, form, { type: 'block_actions' }],
    [
      'an event',
      '{"type":"event_callback","event":{"type":"x"}}',
      json,
      { type: 'event_callback', event: { type: 'x' } },
    ],
  ])('%s is handed over whole', async (_, body, headers, expected) => {
    const { status } = await send(body, { headers });

    expect(status).toBe(200);
    expect({ ...taken[0]?.body }).toEqual(expected);
  });

  test('the number and the reason of a retry go along', async () => {
    const retry = { 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'http_timeout' };

    await send('{}', { headers: { ...json, ...retry } });
    await send('{}', { headers: json });

    expect(taken[0]).toMatchObject({ retryNum: 2, retryReason: 'http_timeout' });
    expect(taken[1]).not.toHaveProperty('retryNum');
  });

  test('the address is confirmed as Slack asks, and only if Slack asks', async () => {
    const body = '{"type":"url_verification","challenge":"3eZbrw1a"}';

    const [asked, forged] = [
      await send(body, { headers: json }),
      await send(body, { headers: json, isSigned: false }),
    ];

    expect([asked.status, JSON.parse(asked.text)]).toEqual([200, { challenge: '3eZbrw1a' }]);
    expect([forged.status, forged.text]).toEqual([401, '']);
    expect(taken).toEqual([]);
  });

  test('a look whether we are there is answered unsigned, and starts nothing', async () => {
    const { status, text } = await send('ssl_check=1&command=%2Fbrief', { headers: form, isSigned: false });

    expect([status, text]).toEqual([200, '']);
    expect(taken).toEqual([]);
  });
});

describe('what is refused', () => {
  test.each([
    ['unsigned', 'text=hushword', { headers: form, isSigned: false }, 401],
    ['no JSON', 'hushword{', { headers: json }, 400],
    ['JSON that is no object', '"hushword"', { headers: json }, 400],
    ['a payload that is no JSON', 'payload=hushword', { headers: form }, 400],
    ['more than two megabytes', 'hushword'.repeat(300_000), { headers: form }, 413],
    ['another path', 'text=hushword', { headers: form, path: '/hushword' }, 404],
    ['another method', 'text=hushword', { headers: form, method: 'PUT' }, 404],
  ])('%s: nothing starts, and the log has no word of it', async (_, body, sent, status) => {
    const answered = await send(body, sent);

    expect(answered).toMatchObject({ status, text: '' });
    expect(taken).toEqual([]);
    expect(lines.join('')).not.toContain('hushword');
  });

  test('who hangs up in the middle disturbs nobody', async () => {
    const sent = request({ port, path: '/slack/events', method: 'POST', agent: false });
    sent.on('error', () => {});
    sent.write('text=');
    await new Promise((resolve) => setTimeout(resolve, 50));
    sent.destroy();

    expect((await send('', { path: '/healthz', method: 'GET' })).status).toBe(200);
    expect(taken).toEqual([]);
    expect(lines.filter((line) => line.includes('failed'))).toEqual([]);
  });
});

describe('an acknowledgement', () => {
  test('carries the answer', async () => {
    const answer = Object.freeze({ response_type: 'ephemeral', text: 'Ström & Söhne' });
    take = ({ ack }) => ack(answer);

    const answers = [await send('{}', { headers: json }), await send('{}', { headers: json })];

    for (const { type, text } of answers) {
      expect(type).toBe('application/json');
      expect(JSON.parse(text)).toEqual(answer);
    }
  });

  test('of an answer that is still being changed carries it as it stands', async () => {
    const answer = { text: 'one' };
    take = ({ ack }) => ack(answer);

    const first = await send('{}', { headers: json });
    answer.text = 'two';
    const second = await send('{}', { headers: json });

    expect([first, second].map(({ text }) => JSON.parse(text))).toEqual([{ text: 'one' }, { text: 'two' }]);
  });

  test('given twice is a bug that is logged, and Slack has the first', async () => {
    take = async ({ ack }) => {
      await ack({ text: 'first' });
      await ack({ text: 'second' });
    };

    const { status, text } = await send('{}', { headers: json });

    expect([status, JSON.parse(text)]).toEqual([200, { text: 'first' }]);
    expect(lines.join('')).toContain('a request from Slack failed');
  });

  test('that never comes is answered 404 after three seconds, and logged', async () => {
    take = async () => {};

    const { status } = await send('{}', { headers: json });

    expect(status).toBe(404);
    expect(lines.join('')).toContain('not acknowledged in time');
  });

  test('that fails before it is given is answered 500', async () => {
    take = async () => {
      throw new Error('a bug');
    };

    expect((await send('{}', { headers: json })).status).toBe(500);
  });
});

test('a port that is taken is said so at the start', async () => {
  const log = createLog('silent');
  const second = new HttpReceiver({ signingSecret, port, health: () => ({}), log });

  await expect(second.start()).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('Bolt takes it for a receiver of its own', async () => {
  const log = createLog('silent');
  const own = new HttpReceiver({ signingSecret, port: 0, health: () => ({}), log });
  const app = new App({ receiver: own, authorize: async () => ({}), convoStore: false });

  const server = (await app.start()) as unknown as Server;

  expect(server.listening).toBe(true);
  await app.stop();
  expect(server.listening).toBe(false);
});
