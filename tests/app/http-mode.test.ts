import { createHmac } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, get, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { shownText } from '../support/fake-slack/shown-text.ts';
import { startFakeSlack } from '../support/fake-slack/start-fake-slack.ts';
import { freePort } from '../support/free-port.ts';
import { ana, autos, city, deskWorkspace, ed, sampleFile } from '../support/slugline.ts';
import { type Ended, killLeftOvers, runSlugline, SluglineProcess } from './slugline-process.ts';

/** Words that may stand in no log: what people type, what forgers send, what opens the workspace. */
const botToken = 'xoxb-1-hushtoken';
const signingSecret = 'hushsecret';

let slack: FakeSlack;
let dataDir: string;
let slugline: SluglineProcess;
let origin: string;

const seeded = mkdtempSync(join(tmpdir(), 'slugline-seed-'));
beforeAll(async () => {
  const { code, stderr } = await runSlugline(['import', sampleFile], { DATA_DIR: seeded });
  if (code !== 0) throw new Error(stderr);
}, 20_000);
afterAll(() => rmSync(seeded, { recursive: true }));

async function opens(): Promise<void> {
  slack = await startFakeSlack({ ...deskWorkspace, botToken, signingSecret });
  dataDir = mkdtempSync(join(tmpdir(), 'slugline-http-'));
  cpSync(seeded, dataDir, { recursive: true });
  await starts();
}

async function closes(): Promise<void> {
  await slugline.stop('SIGKILL');
  await slack.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function starts(): Promise<void> {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  slugline = new SluglineProcess([], {
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DATA_DIR: dataDir,
    PORT: String(port),
    LOG_LEVEL: 'debug',
  });
  await slugline.says('connected to Slack');
  slack.postsTo(`${origin}/slack/events`);
}

const healthz = async () => (await fetch(`${origin}/healthz`)).json();

/** Started first and looked at last: it takes the whole time that a stop may take. */
let stubborn: { slack: FakeSlack; slugline: SluglineProcess; ended: Promise<Ended>; dataDir: string };
beforeAll(async () => {
  await opens();
  slack.failNext('chat.postMessage', { slowMs: 20_000 });
  await slack.mentions(ana, autos, 'ford-xiaomi');
  await slack.until(() => slack.callsTo('chat.postMessage').length === 1);
  stubborn = { slack, slugline, dataDir, ended: slugline.stop('SIGINT') };
}, 20_000);
afterAll(async () => {
  await killLeftOvers();
  await stubborn.slack.stop();
  rmSync(stubborn.dataDir, { recursive: true, force: true });
});

describe('over HTTP', () => {
  beforeAll(opens, 20_000);
  afterAll(closes);

  test('health is answered with state, seq and what is owed', async () => {
    const answer = await fetch(`${origin}/healthz`);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.json()).toEqual({ state: 'running', seq: 1, owed: 0, parked: 0 });
  });

  test('a command is answered, a mention, a button and Share as over a socket', async () => {
    const seen = await slack.types(ana, autos, '/brief ford-xiaomi');
    const mention = await slack.mentions(ed, autos, 'catl');
    const answer = await mention.nextMessage();
    await slack.clicks(ana, seen.message, 'Share to channel');
    await slack.until(() => shownText(seen.message).includes('Shared to this channel'));

    expect(seen.answer).toMatchObject({ status: 200, body: { response_type: 'ephemeral' } });
    expect(answer.thread_ts).toBe(mention.said.ts);
    expect(await healthz()).toEqual({ state: 'running', seq: 3, owed: 0, parked: 0 });
  });

  test.each([
    ['GET', '/'],
    ['GET', '/slack/events'],
    ['POST', '/slack/install'],
    ['POST', '/healthz'],
    ['GET', '//'],
    ['GET', '/healthz/%E0%A4%A'],
  ])('%s %s is not found', async (method, path) => {
    expect(await statusOf(method, path)).toBe(404);
    expect(await healthz()).toMatchObject({ state: 'running' });
  });

  test('whatever arrives, and at debug, no word of it and no secret is logged', async () => {
    const typed = await slack.types(ana, autos, '/brief hushtyped');
    const mention = await slack.mentions(ana, autos, 'hushmention');
    await mention.nextMessage();
    const [forged, old, unsigned] = await Promise.all([
      slack.types(ana, autos, '/brief hushforged', { delivery: { signature: 'bad' } }),
      slack.types(ana, autos, '/brief hushold', { delivery: { timestamp: 'old' } }),
      slack.types(ana, autos, '/brief hushunsigned', { delivery: { signature: 'missing' } }),
    ]);
    const huge = await statusOf('POST', '/slack/events', 'hushhuge '.repeat(300_000));
    const unknown = await statusOf('POST', '/hushpath', 'hushpathbody');
    const broken = await statusOf('POST', '/slack/events', ...signed('hushbody, which is no JSON'));
    await slack.sends({ type: 'message', user: ana, channel: autos, text: 'hushevent' });
    const briefing = (await slack.types(ana, autos, '/brief ford-xiaomi')).message;
    slack.failNext('response_url', { reset: 'before-landing' });
    await slack.clicks(ana, briefing, 'Timeline');
    await slugline.says('a listener failed');
    const stray = (await slack.types(ana, city, '/brief ford-xiaomi')).message;
    await slack.clicks(ana, stray, 'Share to channel');
    await slack.until(() => slack.callsTo('chat.postMessage').some(({ outcome }) => outcome !== 'ok'));
    await slugline.stop();

    expect(typed.message.text).toContain('hushtyped');
    expect([forged, old, unsigned].map(({ answer }) => answer.status)).toEqual([401, 401, 401]);
    expect([huge, unknown, broken]).toEqual([413, 404, 400]);
    expect(slugline.output.match(/.{0,80}hush.{0,80}/g) ?? []).toEqual([]);
    expect(slugline.output).not.toContain('/response/R');
    expect(slugline.output).not.toContain('carmaker');
    expect(slugline.output).toMatch(/signature/);
  }, 10_000);
});

describe('stopping over HTTP', () => {
  beforeEach(opens, 20_000);
  afterEach(closes);

  test('idle, it exits 0 at once', async () => {
    const ended = await slugline.stop();

    expect(ended).toMatchObject({ code: 0, signal: null });
    expect(ended.afterMs).toBeLessThan(1500);
    expect(slugline.stdout).toContain('"msg":"stopped"');
  });

  test('connections that nobody uses do not hold it up', async () => {
    const agent = new Agent({ keepAlive: true });
    await new Promise<void>((resolve) => {
      get(`${origin}/healthz`, { agent }, (response) => response.resume().once('end', resolve));
    });
    const silent = await opened(Number(new URL(origin).port));

    const ended = await slugline.stop();
    silent.destroy();
    agent.destroy();

    expect(ended.code).toBe(0);
    expect(ended.afterMs).toBeLessThan(4000);
  });

  test('what is being answered is finished and recorded first', async () => {
    slack.failNext('chat.postMessage', { slowMs: 700 });
    const seen = await slack.mentions(ana, autos, 'ford-xiaomi');
    await slack.until(() => slack.callsTo('chat.postMessage').length === 1);

    const ended = await slugline.stop();
    await starts();
    await slack.redelivers(seen);
    await (await slack.mentions(ed, autos, 'help')).nextMessage({
      matching: ({ text }) => text.includes('What you can ask'),
    });

    expect(ended).toMatchObject({ code: 0, signal: null });
    expect(ended.afterMs).toBeGreaterThan(500);
    expect(ended.afterMs).toBeLessThan(5000);
    expect(slack.thread(seen.said).filter(({ bot_id }) => bot_id)).toHaveLength(1);
  }, 10_000);
});

test('a Slack that does not answer holds up a stop for less than five seconds', async () => {
  const ended = await stubborn.ended;

  expect(ended.afterMs).toBeLessThan(5000);
  expect(ended.code).toBe(1);
  expect(stubborn.slugline.stdout).toContain('did not finish in time');
}, 10_000);

function statusOf(
  method: string,
  path: string,
  body?: string,
  headers: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    let status: number | undefined;
    const sent = request(
      origin,
      { method, path, agent: false, headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        status = response.statusCode ?? 0;
        response.resume();
        resolve(status);
        sent.destroy();
      },
    );
    // The answer may come before the whole body is written: what breaks after it does not matter.
    sent.on('error', (error) => (status === undefined ? reject(error) : undefined));
    sent.end(body);
  });
}

/** A body as Slack would have signed it. */
function signed(body: string): [body: string, headers: Record<string, string>] {
  const seconds = String(Math.floor(Date.now() / 1000));
  const sum = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex');
  return [body, { 'x-slack-request-timestamp': seconds, 'x-slack-signature': `v0=${sum}` }];
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', () => {});
  });
}
