import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNewsroom } from '../../src/app.ts';
import { createLog } from '../../src/log.ts';
import { sampleFile } from '../support/slugline.ts';
import { runSlugline } from './slugline-process.ts';

/** A fresh clone: the sample is there, data/live is not. */
const clone = mkdtempSync(join(tmpdir(), 'slugline-clone-'));
const dataDir = join(clone, 'newsroom');

beforeAll(() => {
  cpSync('data/sample', join(clone, 'data/sample'), { recursive: true });
  mkdirSync(dataDir);
});
afterAll(() => rmSync(clone, { recursive: true }));

test('on a fresh clone, brief prints the sample’s briefing as plain text and records nothing', async () => {
  const { code, stdout, stderr } = await runSlugline(['brief', 'ford-xiaomi'], {}, clone);

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const words of ['What we know', 'Reported, by whom', 'citing four individuals', 'E-1', 'Sources'])
    expect(stdout).toContain(words);
  expect(stdout).not.toMatch(/[<>]|:[a-z_]+:|\{"level"|\*\w/);
  expect(readdirSync(join(clone, 'data'))).toEqual(['sample']);
});

test('brief answers like /brief: two words, a view, nothing, and what is not on record', async () => {
  const answers = await Promise.all(
    [['ford', 'xiaomi'], ['catl', 'timeline'], [], ['xiomi']].map((words) =>
      runSlugline(['brief', ...words], {}, clone),
    ),
  );

  expect(answers.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  const printed = answers.map(({ stdout }) => stdout);
  expect(printed[0]).toContain('What connects them');
  expect(printed[1]).toContain('Timeline: Contemporary Amperex');
  expect(printed[2]).toContain('What moved lately');
  expect(printed[3]).toContain('Nothing on record is called xiomi');
});

test('import records a bundle once; brief reads it from DATA_DIR', async () => {
  const environment = { DATA_DIR: dataDir };

  const first = await runSlugline(['import', sampleFile], environment, clone);
  const second = await runSlugline(['import', sampleFile], environment, clone);
  const brief = await runSlugline(['brief', 'ford-xiaomi'], environment, clone);

  expect(first).toEqual({ code: 0, stderr: '', stdout: expect.stringContaining('25 entries') });
  expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining('already recorded, nothing new') });
  expect(brief.stdout).toContain('25 entries');
  expect(existsSync(join(clone, 'data/live'))).toBe(false);
});

test('while Slugline runs, brief and export read what is on record; import waits for its end', async () => {
  const environment = { DATA_DIR: join(clone, 'in-use') };
  mkdirSync(environment.DATA_DIR);
  await runSlugline(['import', sampleFile], environment, clone);
  const log = createLog('silent');
  const service = await openNewsroom({ dataDir: environment.DATA_DIR, dataDirIsNamed: true }, log);
  if ('faults' in service) throw new Error(service.faults.join());

  const exported = await runSlugline(['export', 'ford-xiaomi', 'md'], environment, clone);
  const brief = await runSlugline(['brief', 'ford-xiaomi'], environment, clone);
  const imported = await runSlugline(['import', sampleFile], environment, clone);
  await service.close();

  expect(exported).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(/^# Ford and Xiaomi/),
  });
  expect(brief).toMatchObject({ code: 0, stdout: expect.stringContaining('25 entries') });
  expect(imported).toMatchObject({ code: 1, stderr: expect.stringContaining('is in use by process') });
});

test('a faulty bundle is told by path, found and expected; neither check-data nor import records it', async () => {
  const file = join(clone, 'faulty.json');
  const bundle = JSON.parse(readFileSync(sampleFile, 'utf8')) as { entries: { kind: string }[] };
  bundle.entries[2]!.kind = 'rumour';
  writeFileSync(file, JSON.stringify(bundle));
  const empty = join(clone, 'empty');
  mkdirSync(empty);

  const checked = await runSlugline(['check-data', file], {}, clone);
  const imported = await runSlugline(['import', file], { DATA_DIR: empty }, clone);
  const after = await runSlugline(['brief', 'ford-xiaomi'], { DATA_DIR: empty }, clone);

  expect(checked.code).toBe(1);
  expect(checked.stdout).toMatch(/faulty\.json: .*entries.*2.*kind: found .*rumour.*; expected .*fact/);
  expect(imported).toMatchObject({ code: 1, stdout: checked.stdout });
  expect(after.stdout).toContain('Nothing on record is called ford-xiaomi');
  expect(readdirSync(join(clone, 'data'))).toEqual(['sample']);
});

test('import reads articles in any encoding as drafts, once; what is no article is refused by what is wrong', async () => {
  const newsroom = join(clone, 'articles');
  mkdirSync(newsroom);
  const said = 'The café’s owner, Ann Nuñez, 40, said on Monday that it would close in May.';
  const files: [string, Uint8Array][] = [
    ['western.txt', Buffer.from(said.replace('’', '\u0092'), 'latin1')],
    ['utf16.txt', Buffer.from(`\ufeff${said}`, 'utf16le')],
    ['page.html', Buffer.from(`<meta charset="utf-8"><h1>A café closes</h1><p>${said}</p>`)],
    ['report.pdf', Buffer.from('%PDF-1.7')],
    ['huge.txt', Buffer.alloc(50_000_000, 'Ford left the talks. ')],
    ['broken.xml', Buffer.from('<news>\n<p>Ford & Xiaomi</p></news>')],
  ];
  for (const [name, bytes] of files) writeFileSync(join(clone, name), bytes);

  const { code, stdout } = await runSlugline(
    ['import', ...files.map(([name]) => name), clone],
    { DATA_DIR: newsroom },
    clone,
  );

  expect(code).toBe(1);
  expect(stdout).toContain('western.txt: draft D-1');
  expect(stdout).toContain('n1  Ann Nuñez — person');
  expect(stdout).toContain('utf16.txt: already imported as D-1');
  expect(stdout).toContain('page.html: already imported as D-1');
  expect(stdout).toContain('report.pdf: not recorded: What you sent is no text: it looks like a PDF file.');
  expect(stdout).toContain('huge.txt: cannot be read (larger than 5 MB: send the article alone');
  expect(stdout).toContain('broken.xml: not recorded: What you sent is not valid XML: line 2, column 9');
  expect(stdout).toContain(`${clone}: cannot be read (it is a folder: name the files in it)`);
}, 20_000);

test('check-data finds the sample in order, and exits 0', async () => {
  const { code, stdout } = await runSlugline(['check-data', sampleFile], {}, clone);

  expect(code).toBe(0);
  expect(stdout).toMatch(/^data\/sample\/ford-xiaomi\.json: in order, 1 story, 14 entities/);
});

test('a command that does not exist is answered with those that do', async () => {
  for (const word of ['improt', 'constructor']) {
    const { code, stdout, stderr } = await runSlugline([word], {}, clone);

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^There is no ${word}\\. There are: .*import.*check-data.*brief.*\n$`));
  }
});
