import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNewsroom } from '../../src/app.ts';
import { createLog } from '../../src/log.ts';
import { builtMain, killLeftOvers, SluglineProcess } from './slugline-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'slugline-backfill-'));
const archive = join(folder, 'archive.json');
const count = 10_000;

beforeAll(() => {
  const entries = Array.from({ length: count }, (_, at) => ({
    ...{ key: `line-${at}`, kind: 'fact', text: `Line ${at} of the archive.`, stories: ['talks'] },
    occurred: { date: `20${String(10 + (at % 15))}-03-0${1 + (at % 9)}` },
  }));
  const stories = [{ slug: 'talks', headline: 'Talks' }];
  writeFileSync(archive, JSON.stringify({ format: 'slugline-bundle/1', name: 'archive', stories, entries }));
  builtMain();
}, 60_000);
afterEach(killLeftOvers);
afterAll(() => rmSync(folder, { recursive: true }));

function newsroomFolder(name: string): string {
  const dataDir = join(folder, name);
  mkdirSync(dataDir);
  return dataDir;
}
const importing = (dataDir: string) => new SluglineProcess(['import', archive], { DATA_DIR: dataDir });

async function entriesIn(dataDir: string): Promise<string[]> {
  const service = await openNewsroom({ dataDir, dataDirIsNamed: true }, createLog('silent'));
  if ('faults' in service) throw new Error(service.faults.join());
  const texts = [...service.newsroom.entries.all()].map(({ text }) => text);
  await service.close();
  return texts;
}

test.each([1000, 4000, 8000])(
  'a backfill of 10,000 entries, killed at about %i, ends with each of them once when it is run again',
  async (recorded) => {
    const dataDir = newsroomFolder(`killed-at-${recorded}`);
    const first = importing(dataDir);
    await first.says(`${recorded.toLocaleString('en')} of 10,000 entries`);
    const { signal } = await first.stop('SIGKILL');

    const second = importing(dataDir);
    const { code } = await second.ended;

    const texts = await entriesIn(dataDir);
    expect({ signal, code }).toEqual({ signal: 'SIGKILL', code: 0 });
    expect([texts.length, new Set(texts).size]).toEqual([count, count]);
    expect(second.stdout).toMatch(/entries recorded \(already there: 1 story, [\d,]+ entries\)/);
  },
  60_000,
);

test('stopped with Ctrl-C it says how far it is and what to do, and the next run does the rest', async () => {
  const dataDir = newsroomFolder('stopped');
  const first = importing(dataDir);
  await first.says('2,000 of 10,000 entries');

  const { code } = await first.stop('SIGINT');
  const second = await importing(dataDir).ended;

  expect(code).toBe(1);
  expect(first.stdout).toMatch(/stopped; [\d,]+ of 10,000 entries are recorded\. Import it again to go on/);
  expect(second.code).toBe(0);
  expect(new Set(await entriesIn(dataDir)).size).toBe(count);
}, 60_000);

test('where it is not a terminal, its progress is a line for each tenth, beside what it prints', async () => {
  const dataDir = newsroomFolder('logged');

  const whole = importing(dataDir);
  await whole.ended;

  const lines = whole.stderr.trimEnd().split('\n');
  expect(lines).toHaveLength(11);
  expect(lines[5]).toBe(`${archive}: 5,000 of 10,000 entries`);
  expect(whole.stdout).toBe(
    `${archive}: 1 story, 10000 entries recorded. No channel is told: more than 50 new entries at once are history\n`,
  );
  expect(readFileSync(join(dataDir, 'newsroom.json'), 'utf8').length).toBeGreaterThan(0);
}, 60_000);
