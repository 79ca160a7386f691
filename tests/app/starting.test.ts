import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { startFakeSlack } from '../support/fake-slack/start-fake-slack.ts';
import { ana, autos, deskWorkspace, ed, sampleFile } from '../support/slugline.ts';
import { killLeftOvers, runSlugline, SluglineProcess } from './slugline-process.ts';

const tokens = { botToken: 'xoxb-1-hushtoken', appToken: 'xapp-1-hushtoken' };
const scratch = mkdtempSync(join(tmpdir(), 'slugline-start-'));
const seeded = join(scratch, 'seeded');

let slack: FakeSlack;

beforeAll(async () => {
  slack = await startFakeSlack({ ...deskWorkspace, ...tokens });
  cpSync('data/sample', join(scratch, 'data/sample'), { recursive: true });
  writeFileSync(join(scratch, 'a-file'), '');
  const { code, stderr } = await runSlugline(['import', sampleFile], { DATA_DIR: folder('seeded') });
  if (code !== 0) throw new Error(stderr);
}, 20_000);
afterEach(killLeftOvers);
afterAll(async () => {
  await slack.stop();
  rmSync(scratch, { recursive: true });
});

function folder(name: string): string {
  const path = join(scratch, name);
  cpSync(seeded === path ? 'data/sample' : seeded, path, { recursive: true });
  return path;
}

const socketMode = (dataDir: string) => ({
  SLACK_BOT_TOKEN: tokens.botToken,
  SLACK_APP_TOKEN: tokens.appToken,
  SLACK_API_URL: slack.apiUrl,
  DATA_DIR: dataDir,
});
const http = (dataDir: string) => ({
  SLACK_BOT_TOKEN: tokens.botToken,
  SLACK_SIGNING_SECRET: 'hushsecret',
  SLACK_API_URL: slack.apiUrl,
  DATA_DIR: dataDir,
});

/** Told on stderr, nothing else there, no stack trace anywhere, no secret. */
async function refuses(environment: Record<string, string>): Promise<string[]> {
  const { code, stdout, stderr } = await runSlugline([], environment);
  expect(code).toBe(1);
  expect(stdout + stderr).not.toMatch(/\n\s+at |\\n\s+at /);
  expect(stdout + stderr).not.toContain('hush');
  return stderr.trimEnd().split('\n');
}

describe('a start that cannot be', () => {
  test('half an environment: a line for each fault', async () => {
    const lines = await refuses({ SLACK_BOT_TOKEN: tokens.botToken, PORT: 'x' });

    expect(lines).toEqual([
      expect.stringMatching(/^PORT is not a port/),
      expect.stringMatching(/^Set SLACK_APP_TOKEN .* or SLACK_SIGNING_SECRET/),
    ]);
  });

  test.each([
    ['a bot token that Slack does not know', { SLACK_BOT_TOKEN: 'xoxb-hush-wrong' }],
    ['an app token that Slack does not know', { SLACK_APP_TOKEN: 'xapp-hush-wrong' }],
  ])('%s: which one to compare', async (what, wrong) => {
    const lines = await refuses({ ...socketMode(folder(what)), ...wrong });

    expect(lines).toEqual([
      expect.stringMatching(/^Slack refuses a token \(invalid_auth\): compare SLACK_BOT_TOKEN and SLACK_APP/),
    ]);
  });

  test('a Slack that is not there: that it cannot be reached', async () => {
    const lines = await refuses({
      ...socketMode(folder('nowhere')),
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
    });

    expect(lines).toEqual([expect.stringMatching(/^Slack cannot be reached/)]);
  }, 10_000);

  test('a port that is in use: which one', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, () => resolve()));
    const { port } = other.address() as { port: number };

    const lines = await refuses({ ...http(folder('port')), PORT: String(port) });
    other.close();

    expect(lines).toEqual([expect.stringMatching(new RegExp(`^PORT ${port} is in use`))]);
  });

  test('a folder that another Slugline has: its process; who only reads is not refused', async () => {
    const dataDir = folder('locked');
    const first = new SluglineProcess([], socketMode(dataDir));
    await first.says('connected to Slack');

    const [started, imported, printed] = await Promise.all([
      refuses(socketMode(dataDir)),
      runSlugline(['import', sampleFile], { DATA_DIR: dataDir }),
      runSlugline(['brief', 'catl'], { DATA_DIR: dataDir }),
    ]);

    const owner = `in use by process ${first.pid}, running since ${new Date().getUTCFullYear()}-`;
    const told = expect.stringContaining(owner);
    expect(started).toEqual([told]);
    expect(imported).toEqual({ code: 1, stdout: '', stderr: told });
    expect(printed).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('CATL') });
    expect((await first.stop()).code).toBe(0);
  });

  test('a folder whose owner was killed is no such case', async () => {
    const dataDir = folder('killed');
    const first = new SluglineProcess([], socketMode(dataDir));
    await first.says('connected to Slack');
    await first.stop('SIGKILL');

    const next = new SluglineProcess([], socketMode(dataDir));

    await next.says('connected to Slack');
    expect((await next.stop()).code).toBe(0);
  });

  test.each([
    ['that is not there', join(scratch, 'mistyped'), /does not exist.*DATA_DIR/],
    ['that is a file', join(scratch, 'a-file'), /is a file; DATA_DIR has to be a folder/],
  ])('a folder %s: that DATA_DIR is wrong', async (_what, dataDir, told) => {
    expect(await refuses(socketMode(dataDir))).toEqual([expect.stringMatching(told)]);
  });

  test('a journal from a newer version: to start that one, and the file stays as it is', async () => {
    const dataDir = folder('newer');
    const file = join(dataDir, 'journal.jsonl');
    const [head = '', ...rest] = readFileSync(file, 'utf8').split('\n');
    const { journal } = JSON.parse(head) as { journal: { format: number } };
    const newer = JSON.stringify({ ...journal, format: 99 });
    const sum = crc32(newer).toString(16).padStart(8, '0');
    writeFileSync(file, [`{"sum":"${sum}","journal":${newer}}`, ...rest].join('\n'));
    const before = readFileSync(file);

    const lines = await refuses(socketMode(dataDir));

    expect(lines).toEqual([expect.stringMatching(/newer Slugline \(format 99/)]);
    expect(readFileSync(file)).toEqual(before);
  });

  test('a damaged journal: the file, the line, and nothing is touched', async () => {
    const dataDir = folder('damaged');
    const file = join(dataDir, 'journal.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Xiaomi', 'Xiaoml'));
    const before = readFileSync(file);

    const lines = await refuses(socketMode(dataDir));

    expect(lines).toEqual([expect.stringMatching(/^journal\.jsonl is damaged at line 2/)]);
    expect(readFileSync(file)).toEqual(before);
  });
});

describe('over a socket', () => {
  test('a restart remembers everything, SIGTERM finishes what is in flight, and no secret is logged', async () => {
    const environment = { ...socketMode(folder('socket')), LOG_LEVEL: 'debug' };
    const first = new SluglineProcess([], environment);
    await first.says('connected to Slack');
    const answered = await slack.types(ana, autos, '/brief hushtyped');
    slack.failNext('chat.postMessage', { slowMs: 500 });
    const seen = await slack.mentions(ana, autos, 'catl');
    await slack.until(() => slack.callsTo('chat.postMessage').length === 1);

    const ended = await first.stop();
    const second = new SluglineProcess([], environment);
    await second.says('connected to Slack');
    await slack.until(() => slack.connectionCount > 0);
    await slack.redelivers(seen);
    const next = await slack.mentions(ed, autos, 'timeline', { threadTs: seen.said.ts });
    const answer = await next.nextMessage();
    const idle = await second.stop();

    expect(answered.message.text).toContain('hushtyped');
    expect(ended).toMatchObject({ code: 0, signal: null });
    expect(ended.afterMs).toBeLessThan(5000);
    expect(answer.text).toContain('Timeline: Contemporary Amperex');
    expect(slack.thread(seen.said).filter(({ bot_id }) => bot_id)).toHaveLength(2);
    expect(idle.code).toBe(0);
    expect(idle.afterMs).toBeLessThan(1500);
    expect(first.output + second.output).not.toMatch(/hush|ticket|carmaker/);
  }, 10_000);
});

test('a SIGTERM in the middle of the start is heard: it exits 0 and leaves no lock', async () => {
  const dataDir = folder('early');
  slack.failNext('auth.test', { slowMs: 400 });
  const slugline = new SluglineProcess([], socketMode(dataDir));
  await slugline.says('newsroom open');

  const ended = await slugline.stop();

  expect(ended).toMatchObject({ code: 0, signal: null });
  expect(readdirSync(dataDir)).not.toContain('newsroom.lock');
});
