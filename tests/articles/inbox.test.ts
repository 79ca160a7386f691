import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import fsPromises from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArticleReader } from '../../src/articles/article-reader.ts';
import { Inbox } from '../../src/articles/inbox/inbox.ts';
import { createLog } from '../../src/log.ts';
import type { ArticleDesk } from '../../src/services/ports.ts';
import { StandingClock } from '../support/standing-clock.ts';
import { ListedDesk } from './support/article-desk.ts';

const clock = new StandingClock('2026-02-11T12:00:00.000Z');
const ferry = 'Ferry sinks off Calvera\n\nNobody was hurt, the harbour authority said.';
let dir: string;
let desk: ListedDesk;
let inbox: Inbox;
let lines: string[];

const startInbox = async (at: ArticleDesk = desk, settleMs = 40) => {
  inbox = new Inbox({
    dir,
    reader: new ArticleReader(clock),
    desk: at,
    timer: clock,
    log: createLog('info', { write: (line) => void lines.push(line) }),
    settleMs,
  });
  await inbox.start();
};
const put = (name: string, text: string | Buffer = ferry) => writeFileSync(join(dir, name), text);
const filesIn = (folder = '') =>
  readdirSync(join(dir, folder), { withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name)
    .sort();
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};
/** What lay there at the start is taken when it has stayed as it is for a while. */
const takesWhatLayThere = async () => {
  await startInbox();
  await clock.pass(40);
};
/** What stays as it is from one to the next is taken. */
const twoSweeps = async () => {
  for (let sweep = 0; sweep < 2; sweep += 1) {
    await clock.pass(60_000);
    await until(() => clock.armed === 1);
  }
};
const doneWith = (name: string) => until(() => filesIn('done').includes(name) && !filesIn().includes(name));
const rejected = (name: string) =>
  until(() => filesIn('rejected').includes(name) && !filesIn().includes(name));
const reasonOf = (name: string) => readFileSync(join(dir, 'rejected', `${name}.reason.txt`), 'utf8');

beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'slugline-inbox-')), 'inbox');
  mkdirSync(dir);
  desk = new ListedDesk();
  lines = [];
});
afterEach(async () => {
  jest.restoreAllMocks();
  await inbox.stop();
  clock.forget();
  rmSync(join(dir, '..'), { recursive: true, force: true });
});

describe('a file in the inbox', () => {
  test('becomes a draft and is put with what is done', async () => {
    await startInbox();

    put('ferry.txt');
    await doneWith('ferry.txt');

    expect(desk.made).toMatchObject([
      {
        via: 'inbox',
        key: expect.stringMatching(/^inbox:[0-9a-f]{64}$/),
        article: { paragraphs: ferry.split('\n\n') },
      },
    ]);
    expect(readFileSync(join(dir, 'done', 'ferry.txt'), 'utf8')).toBe(ferry);
  });

  test('that lay there before the start is taken, too', async () => {
    put('ferry.txt');

    await takesWhatLayThere();
    await doneWith('ferry.txt');

    expect(desk.made).toHaveLength(1);
  });

  test('that somebody is writing at the start is taken when it is whole', async () => {
    put('ferry.txt', 'Ferry sinks off Calvera\n\nNobody');
    await startInbox(desk, 150);
    appendFileSync(join(dir, 'ferry.txt'), ' was hurt, the harbour authority');
    await clock.pass(150);
    await until(() => clock.armed === 1);
    appendFileSync(join(dir, 'ferry.txt'), ' said.');

    await doneWith('ferry.txt');

    expect(desk.made.map(({ article }) => article.paragraphs)).toEqual([ferry.split('\n\n')]);
  });

  test('is read when it is written whole, however slowly', async () => {
    await startInbox(desk, 150);

    put('ferry.txt', 'Ferry sinks off Calvera\n');
    for (const line of ['\nNobody was hurt,', ' the harbour authority', ' said.']) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      appendFileSync(join(dir, 'ferry.txt'), line);
    }
    await doneWith('ferry.txt');

    expect(desk.made.map(({ article }) => article.paragraphs)).toEqual([ferry.split('\n\n')]);
  });

  test('written beside and renamed is taken once, and not under its first name', async () => {
    await startInbox();

    for (const unfinished of ['ferry.txt.tmp', '.ferry.txt', 'ferry.part']) {
      put(unfinished, `${ferry} ${unfinished}`);
    }
    put('tug.txt', 'A tug came.');
    await doneWith('tug.txt');
    expect(filesIn()).toEqual(['.ferry.txt', 'ferry.part', 'ferry.txt.tmp']);
    renameSync(join(dir, 'ferry.txt.tmp'), join(dir, 'ferry.txt'));
    await doneWith('ferry.txt');

    expect(desk.made).toHaveLength(2);
  });

  test('overwrites none of the same name that came before', async () => {
    await startInbox();

    put('ferry.txt', 'A ferry sank.');
    await doneWith('ferry.txt');
    put('ferry.txt', 'All are ashore.');
    await twoSweeps();
    await until(() => filesIn('done').length === 2 && filesIn().length === 0);

    expect(filesIn('done')).toEqual(['ferry-2.txt', 'ferry.txt']);
    expect(readFileSync(join(dir, 'done', 'ferry.txt'), 'utf8')).toBe('A ferry sank.');
    expect(readFileSync(join(dir, 'done', 'ferry-2.txt'), 'utf8')).toBe('All are ashore.');
  });

  test('that was a draft before a crash and was not moved makes no second one', async () => {
    await startInbox();
    put('ferry.txt');
    await doneWith('ferry.txt');
    await inbox.stop();
    renameSync(join(dir, 'done', 'ferry.txt'), join(dir, 'ferry.txt'));

    await takesWhatLayThere();
    await doneWith('ferry.txt');

    expect(desk.made).toHaveLength(1);
    expect(desk.knownAgain).toHaveLength(1);
  });

  test('written over while it is read is read again', async () => {
    const others: string[] = ['All are ashore.'];
    const slow: ArticleDesk = {
      isKnown: () => false,
      take: async (article, came) => {
        for (const text of others.splice(0)) put('ferry.txt', text);
        return desk.take(article, came);
      },
    };
    await startInbox(slow);

    put('ferry.txt');
    await until(() => desk.made.length === 2);
    await doneWith('ferry.txt');

    expect(desk.headlines).toEqual(['Ferry sinks off Calvera', 'All are ashore.']);
    expect(filesIn('done')).toEqual(['ferry.txt']);
  });

  test('that the record does not take stays, and is tried again', async () => {
    desk.refusals = [{ problem: 'not-saved', reason: 'disk-full' }];
    await startInbox();
    put('ferry.txt');
    await until(() => desk.refusals.length === 0);
    expect(filesIn()).toEqual(['ferry.txt']);

    await twoSweeps();
    await doneWith('ferry.txt');

    expect(desk.made).toHaveLength(1);
  });

  test('meets a bug, which is logged without its words, and is tried again', async () => {
    let calls = 0;
    const faulty: ArticleDesk = {
      isKnown: () => false,
      take: async (article, came) => {
        calls += 1;
        if (calls === 1) throw new Error('a bug');
        return desk.take(article, came);
      },
    };
    await startInbox(faulty);
    put('ferry.txt');
    await until(() => calls === 1);

    await twoSweeps();
    await doneWith('ferry.txt');

    expect(lines.join('')).toContain('a bug');
    expect(lines.join('')).not.toMatch(/Calvera|ferry\.txt/);
  });
});

/** The disk, or whoever keeps it, says no to this act; what was refused is counted. */
function refusing(act: 'rename' | 'open' | 'writeFile', code: string, isMeant: (path: string) => boolean) {
  const refused: string[] = [];
  const real = fsPromises[act] as (path: string, ...rest: unknown[]) => Promise<unknown>;
  const spy = jest.spyOn(fsPromises, act) as unknown as jest.SpyInstance<Promise<unknown>, [string]>;
  spy.mockImplementation(async (path, ...rest) => {
    if (!isMeant(path)) return real(path, ...rest);
    refused.push(path);
    throw Object.assign(new Error(`${code}: ${act} '${path}'`), { code });
  });
  return refused;
}

describe('a file that cannot be put aside', () => {
  test('since the disk is full, stays without leaving names behind, and goes when there is room', async () => {
    const refused = refusing('rename', 'ENOSPC', () => true);
    await startInbox();
    put('ferry.txt');
    put('report.pdf', '%PDF-1.7');
    await until(() => refused.length === 2);

    await twoSweeps();
    await until(() => refused.length === 4);
    await until(() => filesIn('done').length + filesIn('rejected').length === 0);
    jest.restoreAllMocks();
    await twoSweeps();
    await doneWith('ferry.txt');
    await rejected('report.pdf');

    expect(desk.made).toHaveLength(1);
    expect(filesIn('done')).toEqual(['ferry.txt']);
    expect(filesIn('rejected')).toEqual(['report.pdf', 'report.pdf.reason.txt']);
    expect(lines.join('')).toContain('ENOSPC');
    expect(lines.join('')).not.toMatch(/ferry|report/);
  });

  test('since a kill cut the move off takes the name that was kept for it', async () => {
    mkdirSync(join(dir, 'done'));
    writeFileSync(join(dir, 'done', 'ferry.txt'), '');
    put('ferry.txt');

    await takesWhatLayThere();
    await until(() => filesIn().length === 0);

    expect(filesIn('done')).toEqual(['ferry.txt']);
    expect(readFileSync(join(dir, 'done', 'ferry.txt'), 'utf8')).toBe(ferry);
  });

  test('since somebody tidied the folder away finds another', async () => {
    await startInbox();
    for (const folder of ['done', 'rejected']) rmSync(join(dir, folder), { recursive: true });

    put('ferry.txt');
    put('report.pdf', '%PDF-1.7');
    await until(() => existsSync(join(dir, 'done')) && existsSync(join(dir, 'rejected')));
    await doneWith('ferry.txt');
    await rejected('report.pdf');

    expect(reasonOf('report.pdf')).toContain('is no text');
  });
});

describe('a name', () => {
  test.each([
    ['as long as a name can be', `${'f'.repeat(251)}.txt`],
    ['as long, in letters of several bytes', `${'渡'.repeat(83)}.txt`],
    ['that is nothing but an ending', `a.${'x'.repeat(250)}`],
  ])('%s is cut where it has to be, and keeps its reason', async (_what, name) => {
    await startInbox();
    put(name, '');

    await until(() => filesIn('rejected').length === 2 && filesIn().length === 0);

    const [moved = '', reason] = filesIn('rejected');
    expect(reason).toBe(`${moved}.reason.txt`);
    expect(name.startsWith(moved.slice(0, 60))).toBe(true);
    expect(moved).not.toContain('\ufffd');
  });

  test('that is odd is moved as it is', async () => {
    const names = ['a\nb.txt', '-rf.txt', '$(id).txt', '  .txt', 'ünï ☃.txt', 'done.txt'];
    await startInbox();

    for (const name of names) put(name, `${ferry} ${names.indexOf(name)}`);
    await until(() => filesIn('done').length === names.length);

    expect(filesIn('done')).toEqual(names.toSorted());
  });

  test('that is no UTF-8 is told in the log, and holds up nobody who is swept', async () => {
    writeFileSync(Buffer.concat([Buffer.from(`${dir}/`), Buffer.from([0x66, 0xe4, 0x68])]), ferry);
    put('tug.txt', 'A tug came.');

    await takesWhatLayThere();
    await doneWith('tug.txt');
    await twoSweeps();

    expect(desk.headlines).toEqual(['A tug came.']);
    expect(lines.filter((line) => line.includes('no UTF-8'))).toHaveLength(1);
  });
});

test('a folder in the inbox is left alone, with what lies in it', async () => {
  mkdirSync(join(dir, 'later'));
  put(join('later', 'ferry.txt'));
  await startInbox();

  put('tug.txt', 'A tug came.');
  await doneWith('tug.txt');
  await twoSweeps();

  expect(desk.headlines).toEqual(['A tug came.']);
  expect(filesIn('later')).toEqual(['ferry.txt']);
});

describe('a file that makes no draft is put aside with the reason', () => {
  test('because it is no text', async () => {
    await startInbox();

    put('report.pdf', '%PDF-1.7');
    await rejected('report.pdf');

    expect(reasonOf('report.pdf')).toMatch(
      /report\.pdf is no text: it looks like a PDF file\.\n.*plain text is always read/s,
    );
    expect(desk.made).toEqual([]);
  });

  test('because it is 50 MB, without being read', async () => {
    await startInbox();

    put('huge.txt', '');
    truncateSync(join(dir, 'huge.txt'), 50_000_000);
    await rejected('huge.txt');

    expect(reasonOf('huge.txt')).toContain('larger than 5 MB');
  });

  test('because it is a link, which is not followed', async () => {
    const secret = join(dir, '..', 'secret.txt');
    writeFileSync(secret, 'The secret plan was agreed on Monday.');
    await startInbox();

    symlinkSync(secret, join(dir, 'plan.txt'));
    await rejected('plan.txt');

    expect(reasonOf('plan.txt')).toContain('is a link to a file elsewhere');
    expect(desk.made).toEqual([]);
    expect(readFileSync(secret, 'utf8')).toContain('secret plan');
  });

  test('because it may not be read', async () => {
    refusing('open', 'EACCES', (path) => path === join(dir, 'plan.txt'));
    await startInbox();

    put('plan.txt');
    await rejected('plan.txt');

    expect(reasonOf('plan.txt')).toMatch(/does not let me read it\.\n.*put it into the folder again/s);
  });

  test('because the desk refuses it', async () => {
    desk.refusals = [{ problem: 'off-the-record' }];
    await startInbox();

    put('otr.txt', 'Off the record: the plan was agreed.');
    await rejected('otr.txt');

    expect(reasonOf('otr.txt')).not.toContain('the plan was agreed');
  });

  test('and the next of the same name keeps its own', async () => {
    await startInbox();
    put('a.json', '{"uri": }');
    await rejected('a.json');

    put('a.json', '');
    // A name that is used again at once may go unnoticed by the watch; the sweep finds it.
    await twoSweeps();
    await until(() => filesIn('rejected').length === 4 && filesIn().length === 0);

    expect(filesIn('rejected')).toEqual(['a-2.json', 'a-2.json.reason.txt', 'a.json', 'a.json.reason.txt']);
    expect(reasonOf('a.json')).toContain('line 1, column 9');
    expect(reasonOf('a-2.json')).toContain('no words');
  });
});

test('what is stopped takes nothing more', async () => {
  await startInbox();
  await inbox.stop();

  put('ferry.txt');
  await new Promise((resolve) => setTimeout(resolve, 200));

  expect(desk.made).toEqual([]);
  expect(existsSync(join(dir, 'ferry.txt'))).toBe(true);
});
