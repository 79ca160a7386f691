import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { shownText } from '../support/fake-slack/shown-text.ts';
import { startFakeSlack } from '../support/fake-slack/start-fake-slack.ts';
import { ana, autos, deskWorkspace, sampleFile } from '../support/slugline.ts';
import { killLeftOvers, runSlugline, SluglineProcess } from './slugline-process.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'slugline-search-'));
const dies = pathToFileURL(resolve('tests/app/search-dies-on-signal.js')).href;
let slack: FakeSlack;

beforeAll(async () => {
  slack = await startFakeSlack(deskWorkspace);
  await runSlugline(['import', sampleFile], { DATA_DIR: dataDir });
}, 60_000);
afterEach(killLeftOvers);
afterAll(async () => {
  await slack.stop();
  rmSync(dataDir, { recursive: true });
});

describe('the built app', () => {
  test('searches in a thread of its own, finds what is added, and ends with it', async () => {
    const { botToken, appToken, apiUrl } = slack;
    const app = new SluglineProcess([], {
      ...{ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl, DATA_DIR: dataDir },
      LOG_LEVEL: 'debug',
    });
    await app.says('connected to Slack');
    await app.says('the search index is ready');

    const found = await slack.types(ana, autos, '/brief search “joint venture”');
    await slack.types(ana, autos, '/brief add ford-xiaomi The gigaplant opens | src: A | rules: record');
    const added = await slack.types(ana, autos, '/brief search gigaplnat');
    const { code } = await app.stop();

    expect(shownText(found.message)).toContain('*joint* *venture*');
    expect(shownText(added.message)).toContain('*gigaplant*');
    expect(code).toBe(0);
  });

  test('goes on when the thread that searches is killed, says that the index is begun anew, and finds all again', async () => {
    const { botToken, appToken, apiUrl } = slack;
    const app = new SluglineProcess([], {
      ...{ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl, DATA_DIR: dataDir },
      NODE_OPTIONS: `--import ${dies}`,
    });
    const asks = async (words: string) =>
      shownText((await slack.types(ana, autos, `/brief ${words}`)).message);
    await app.says('connected to Slack');
    await app.says('the search index is ready');

    process.kill(app.pid, 'SIGUSR2');
    await app.says('the search index was lost and is begun anew');
    const [search, briefing] = await Promise.all([asks('search “joint venture”'), asks('ford-xiaomi')]);
    process.kill(app.pid, 'SIGURG');
    await app.says(/(the search index is ready[\s\S]*){2}/, 20_000);
    const after = await asks('search “joint venture”');
    const { code } = await app.stop();

    expect(search).toContain('the index is being started again');
    expect(briefing).toContain('joint venture');
    expect(after).toContain('*joint* *venture*');
    expect(code).toBe(0);
  }, 40_000);

  test('searches in the terminal, too', async () => {
    const { code, stdout } = await runSlugline(['brief', 'search', 'joint', 'kind:event'], {
      DATA_DIR: dataDir,
    });

    expect(code).toBe(0);
    expect(stdout).toContain('joint venture');
  });
});
