import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { shownText } from '../support/fake-slack/shown-text.ts';
import { startFakeSlack } from '../support/fake-slack/start-fake-slack.ts';
import { ana, autos, deskWorkspace, sampleFile } from '../support/slugline.ts';
import { killLeftOvers, runSlugline, SluglineProcess } from './slugline-process.ts';

const tokens = { botToken: 'xoxb-1-hushtoken', appToken: 'xapp-1-hushtoken' };
const scratch = mkdtempSync(join(tmpdir(), 'slugline-bug-'));
const seeded = join(scratch, 'seeded');
const preload = pathToFileURL(resolve('tests/app/broken-on-signal.js')).href;

let slack: FakeSlack;
beforeAll(async () => {
  cpSync('data/sample', seeded, { recursive: true });
  const { code, stderr } = await runSlugline(['import', sampleFile], { DATA_DIR: seeded });
  if (code !== 0) throw new Error(stderr);
}, 60_000);
beforeEach(async () => {
  slack = await startFakeSlack({ ...deskWorkspace, ...tokens });
});
afterEach(async () => {
  await killLeftOvers();
  await slack.stop();
});
afterAll(() => rmSync(scratch, { recursive: true }));

function folder(name: string): string {
  const path = join(scratch, name);
  cpSync(seeded, path, { recursive: true });
  return path;
}

async function starts(dataDir: string, seam: Record<string, string> = {}): Promise<SluglineProcess> {
  const slugline = new SluglineProcess([], {
    SLACK_BOT_TOKEN: tokens.botToken,
    SLACK_APP_TOKEN: tokens.appToken,
    SLACK_API_URL: slack.apiUrl,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'debug',
    ...('BROKEN_HOW' in seam ? { NODE_OPTIONS: `--import ${preload}`, ...seam } : {}),
  });
  await slugline.says('connected to Slack');
  return slugline;
}

const bugsIn = ({ stdout }: SluglineProcess) =>
  stdout
    .split('\n')
    .filter((line) => line.includes('a failure that nobody caught'))
    .map((line) => JSON.parse(line) as { reference: string; err: { message: string; stack?: string } });
const adds = 'add ford-xiaomi Ford hired two lobbyists | src: Ford spokesperson | rules: record';

describe('a bug that nobody caught', () => {
  test.each([
    ['throw', 'the newsroom is broken'],
    ['reject', 'the newsroom is broken'],
    ['reject with words', 'not an Error'],
    ['read bad JSON', 'it is not valid JSON'],
  ])(
    'that comes of a “%s” ends the process with its reason in the log, no word of a text, and no lock',
    async (how, reason) => {
      const dataDir = folder(how);
      const slugline = await starts(dataDir, { BROKEN_HOW: how });

      const ended = await slugline.stop('SIGUSR2');

      const [bug] = bugsIn(slugline);
      expect(ended).toMatchObject({ code: 1, signal: null });
      expect(bug?.err.message).toBe(reason);
      expect(slugline.stderr).toContain('Slugline ends because of a failure');
      expect(slugline.stderr).toContain(`under ${bug?.reference}`);
      expect(slugline.output).not.toContain('hush');
      expect(readdirSync(dataDir)).not.toContain('newsroom.lock');
    },
  );

  test('while a change is on its way to the disk: the change is there after the next start, once and whole', async () => {
    const dataDir = folder('midway');
    const slugline = await starts(dataDir, { BROKEN_HOW: 'throw', SLOW_SYNC_MS: '400' });
    process.kill(slugline.pid, 'SIGURG');
    const typed = slack.types(ana, autos, `/brief ${adds}`);
    await slugline.says('the disk is slow');

    const ended = await slugline.stop('SIGUSR2');
    await typed;
    const next = await starts(dataDir);
    const recorded = await slack.types(ana, autos, '/brief E-26');
    const never = await slack.types(ana, autos, '/brief E-27');

    expect(ended.code).toBe(1);
    expect(next.stdout).not.toContain('the store was mended');
    expect(shownText(recorded.message)).toContain('Ford hired two lobbyists');
    expect(shownText(never.message)).toContain('There is no entry *E-27*');
    await next.stop();
  }, 15_000);

  test('does not wait for a Slack that does not answer', async () => {
    const slugline = await starts(folder('deaf'), { BROKEN_HOW: 'reject' });
    slack.failNext('chat.postMessage', { slowMs: 20_000 });
    await slack.mentions(ana, autos, 'ford-xiaomi');
    await slack.until(() => slack.callsTo('chat.postMessage').length === 1);

    const ended = await slugline.stop('SIGUSR2');

    expect(ended.code).toBe(1);
    expect(slugline.stdout).not.toContain('did not finish in time');
  });

  test('that comes again and again is logged each time and told once', async () => {
    const dataDir = folder('again');
    const slugline = await starts(dataDir, { BROKEN_HOW: 'throw again and again', SLOW_SYNC_MS: '200' });
    process.kill(slugline.pid, 'SIGURG');
    const typed = slack.types(ana, autos, `/brief ${adds}`);
    await slugline.says('the disk is slow');

    const ended = await slugline.stop('SIGUSR2');
    await typed;

    expect(ended.code).toBe(1);
    expect(bugsIn(slugline).length).toBeGreaterThan(1);
    expect(slugline.stderr.match(/Slugline ends/g)).toHaveLength(1);
    expect(readdirSync(dataDir)).not.toContain('newsroom.lock');
  });

  test('on a disk that does not answer either ends the process all the same', async () => {
    const slugline = await starts(folder('stuck'), { BROKEN_HOW: 'throw', SLOW_SYNC_MS: 'never' });
    process.kill(slugline.pid, 'SIGURG');
    const typed = slack.types(ana, autos, `/brief ${adds}`);
    await slugline.says('the disk is slow');

    const ended = await slugline.stop('SIGUSR2');
    await typed;

    expect(ended).toMatchObject({ code: 1, signal: null });
    expect(slugline.stdout).toContain('did not finish in time');
  }, 15_000);
});

describe('a socket that is being opened again', () => {
  test('does not keep a stop from ending well', async () => {
    const slugline = await starts(folder('reconnecting'));
    slack.greetsAfter(5000);
    slack.cutsSockets();
    await slack.connected(2, { timeoutMs: 8000 });

    const ended = await slugline.stop();

    expect(ended).toMatchObject({ code: 0, signal: null });
    expect(slugline.output).not.toContain('failure');
  }, 15_000);

  test('with a token that Slack no longer takes: the process ends and the log says why', async () => {
    const slugline = await starts(folder('refused'));
    slack.fail('apps.connections.open', () => true, { error: 'invalid_auth' });

    slack.cutsSockets();
    const ended = await slugline.ended;

    expect(ended).toMatchObject({ code: 1, signal: null });
    expect(bugsIn(slugline)[0]?.err.message).toContain('invalid_auth');
    expect(slugline.output).not.toContain('hush');
  }, 15_000);
});
