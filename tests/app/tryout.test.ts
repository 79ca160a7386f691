import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openSlackPage, type SlackPage } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { killLeftOvers, runSlugline, SluglineProcess } from './slugline-process.ts';

const clone = mkdtempSync(join(tmpdir(), 'slugline-clone-'));
const temporary = mkdtempSync(join(tmpdir(), 'slugline-tmp-'));
cpSync('data/sample', join(clone, 'data/sample'), { recursive: true });

afterAll(async () => {
  await killLeftOvers();
  rmSync(clone, { recursive: true });
  rmSync(temporary, { recursive: true });
});

describe('npm start without tokens', () => {
  let slugline: SluglineProcess;
  let pageUrl: string;
  let person: SlackPage | undefined;

  beforeAll(async () => {
    const port = await freePort();
    const environment = { PORT: String(port), TMPDIR: temporary, DATA_DIR: join(clone, 'never-made') };
    slugline = new SluglineProcess([], environment, clone);
    await slugline.says('Ctrl-C');
    pageUrl = /http:\/\/127\.0\.0\.1:\d+\//.exec(slugline.stdout)?.[0] ?? '';
    person = await openSlackPage(pageUrl);
  }, 30_000);
  afterAll(() => person?.close());

  test('prints the page and three things to type, and nothing else', () => {
    expect(slugline.stderr).toBe('');
    expect(slugline.stdout).toContain(`Slugline is running in a demo workspace:  ${pageUrl}`);
    expect(slugline.stdout.match(/^ {4}(\/brief|@slugline) .+$/gm)).toHaveLength(3);
  });

  test('ana types /brief ford-xiaomi, reads, turns to the timeline and back, and shares it', async () => {
    if (!person) return;
    await person.actAs('ana');
    // Nobody from outside the newsroom reads this one.
    await person.openChannel('autos');

    await person.types('/brief ford-xiaomi');
    const briefing = await person.reads('What we know');
    await person.clicks('Timeline');
    const timeline = await person.reads('Timeline: Ford and Xiaomi');
    await person.clicks('Briefing');
    await person.reads('Reported, by whom');
    await person.clicks('Share to channel');
    const asked = await person.reads('1 guest');
    await person.clicks('Share anyway');
    const shared = await person.reads('Shared by ana');

    expect(briefing).toContain('only visible to you');
    expect(briefing).toContain('citing four individuals familiar with the discussions');
    expect(timeline).not.toContain('What we know');
    expect(asked).toContain('only visible to you');
    expect(shared).not.toContain('only visible to you');
    expect(shared).toContain('What we know');
    expect(shared).not.toContain('Share to channel');
  }, 20_000);

  test('ed mentions it in the newsroom and reads the answer in the thread', async () => {
    if (!person) return;
    await person.actAs('ed');
    await person.openChannel('newsroom');

    await person.types('@slugline catl');
    await person.reads('1 reply');
    await person.opensThread();

    expect(await person.readsInThread('Contemporary Amperex')).toContain('E-8');
    await person.replies('@slugline timeline');
    expect(await person.readsInThread('Timeline')).toContain('Contemporary Amperex');
  }, 20_000);

  test('SIGTERM ends all of it: no process, no folder, and DATA_DIR was never touched', async () => {
    await person?.close();
    person = undefined;

    const ended = await slugline.stop();

    expect(ended.code).toBe(0);
    expect(ended.afterMs).toBeLessThan(5000);
    await expect(fetch(pageUrl)).rejects.toThrow();
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(clone)).toEqual(['data']);
    expect(readdirSync(join(clone, 'data'))).toEqual(['sample']);
  }, 10_000);
});

test('without the binary it says why, and offers the briefing in the terminal', async () => {
  const missing = resolve(clone, 'no-such-binary');

  const { code, stdout, stderr } = await runSlugline([], { LOCAL_SLACK_BIN: missing }, clone);

  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(missing);
  expect(stderr).toContain('npm run brief -- ford-xiaomi');
  expect(stderr).not.toMatch(/\n\s+at /);
});
