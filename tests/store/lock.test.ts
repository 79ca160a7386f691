import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { entryAct } from './support/newsroom-acts.ts';
import { cleanUp, now, openStore, problemOpening } from './support/open-store.ts';
import { scratchFolder } from './support/scratch-folder.ts';
import { buildStore, runStore, startStore } from './support/store-process.ts';

let built: string;
beforeAll(() => {
  built = buildStore();
});
afterAll(cleanUp);

/** A lock as another process left it. */
function leaveLock(dir: string, owner: Record<string, unknown>): void {
  const own = {
    pid: 1,
    since: '2026-01-31T08:00:00.000Z',
    host: hostname(),
    boot: 'b',
    pidNamespace: 'n',
    startTicks: '1',
  };
  writeFileSync(join(dir, 'newsroom.lock'), JSON.stringify({ ...own, token: 't', ...owner }));
}

/** What this process's own lock says. */
async function ownLock(): Promise<Record<string, unknown>> {
  const dir = scratchFolder();
  const store = await openStore(dir);
  const owner = JSON.parse(readFileSync(join(dir, 'newsroom.lock'), 'utf8'));
  await store.journal.close();
  return owner;
}

/** A folder with one entry whose owner was ended by -9 and waited for. */
async function killedOwner(dir: string): Promise<{ pid: number | undefined }> {
  const { process: owner, lines } = startStore(built, { dir, hold: true, entries: 1 });
  await lines.next();
  await lines.next();
  const gone = new Promise((resolve) => owner.once('exit', resolve));
  owner.kill('SIGKILL');
  await gone;
  return { pid: owner.pid };
}

/** A namespace in which the next pid can be chosen. */
const ownPids = [process.getuid?.() === 0 ? '-pf' : '-rpf', '--mount-proc'];
const mayCountPids = spawnSync('unshare', [...ownPids, 'true'], { stdio: 'ignore' }).status === 0;

describe('one process per newsroom', () => {
  test('a second one is refused with the pid and the start time of the first', async () => {
    const dir = scratchFolder();
    const store = await openStore(dir);

    const second = await runStore(built, { dir });

    expect(second).toMatchObject({
      problem: 'store-locked',
      message: expect.stringContaining(`process ${process.pid}, running since ${now()}`),
    });
    expect(second.message).not.toContain('\n');
    await store.journal.close();
    expect(readdirSync(dir)).toEqual(['journal.jsonl']);
  });

  test('after kill -9 of its owner the folder is taken over', async () => {
    const dir = scratchFolder();
    await killedOwner(dir);

    const store = await openStore(dir);

    expect(store.newsroom.seq).toBe(1);
    await store.journal.close();
  });

  test('of several that start at once over a dead lock exactly one gets it', async () => {
    for (let round = 0; round < 3; round += 1) {
      const dir = scratchFolder();
      leaveLock(dir, { ...(await ownLock()), pid: 9_999_999, token: 'dead' });

      const racers = Array.from({ length: 4 }, () => startStore(built, { dir, hold: true, entries: 0 }));
      const answers = await Promise.all(racers.map(async ({ lines }) => (await lines.next()).value));

      const winner = answers.find((answer) => answer.opened)?.opened;
      expect(answers.filter((answer) => answer.opened)).toHaveLength(1);
      for (const { message } of answers.filter((answer) => answer.problem))
        expect(message).toContain(`process ${winner},`);
      for (const racer of racers) racer.process.kill('SIGKILL');
    }
  }, 20_000);

  test('a lock whose pid was given to another program is recognized', async () => {
    const dir = scratchFolder();
    leaveLock(dir, { ...(await ownLock()), startTicks: '12345', token: 'earlier' });

    const store = await openStore(dir);

    await store.journal.close();
  });

  test('a killed owner’s pid that another program has now is recognized', async () => {
    const dir = scratchFolder();
    const { pid } = await killedOwner(dir);
    const other = spawn('sleep', ['60']);
    const path = join(dir, 'newsroom.lock');
    const lock = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...lock, pid: other.pid }));

    const store = await openStore(dir);
    other.kill();

    expect(lock.pid).toBe(pid);
    expect(store.newsroom.seq).toBe(1);
    await store.journal.close();
  });

  (mayCountPids ? test : test.skip)(
    'and so it is when the system gave the pid away by itself',
    async () => {
      const dir = scratchFolder();
      const script = join(__dirname, 'support/pid-reuse.js');

      const said = execFileSync('unshare', [...ownPids, process.execPath, script, built, dir], {
        encoding: 'utf8',
      });

      const { owner, heir, refused, opened } = JSON.parse(said);
      expect(heir).toBe(owner);
      expect(refused).toContain(`process ${owner}, running since`);
      expect(opened).toBe(true);
    },
    20_000,
  );

  test('an owner that was killed and nobody has waited for is dead', async () => {
    const dir = scratchFolder();
    const { process: parent, lines } = startStore(built, {
      dir,
      hold: true,
      entries: 1,
      waitsForNobody: true,
    });
    const { opened: pid } = (await lines.next()).value;
    await lines.next();
    process.kill(pid, 'SIGKILL');
    while (!/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')))
      await new Promise((resolve) => setImmediate(resolve));

    const store = await openStore(dir);
    parent.kill('SIGKILL');

    expect(store.newsroom.seq).toBe(1);
    await store.journal.close();
  });

  test('an owner that is only stopped keeps the folder', async () => {
    const dir = scratchFolder();
    const { process: owner, lines } = startStore(built, { dir, hold: true, entries: 1 });
    await lines.next();
    await lines.next();
    owner.kill('SIGSTOP');

    const { problem, message } = await problemOpening(dir);
    owner.kill('SIGKILL');

    expect(problem).toBe('store-locked');
    expect(message).toContain(`in use by process ${owner.pid}, running since ${now()}`);
  });

  test('a lock from before this machine was started again is dead', async () => {
    const dir = scratchFolder();
    leaveLock(dir, { ...(await ownLock()), boot: 'the boot before' });

    await (await openStore(dir)).journal.close();
  });

  test('a lock of a container that was started again is dead', async () => {
    const dir = scratchFolder();
    leaveLock(dir, { ...(await ownLock()), pidNamespace: 'pid:[4026530000]' });

    await (await openStore(dir)).journal.close();
  });

  test('a lock of another machine is respected, and the message says how to remove it', async () => {
    const dir = scratchFolder();
    leaveLock(dir, { pid: 77, host: 'newsdesk-2' });

    const { problem, message } = await problemOpening(dir);

    expect(problem).toBe('store-locked');
    expect(message).toContain('process 77 on newsdesk-2');
    expect(message).toContain(`delete ${join(dir, 'newsroom.lock')}`);
    expect(readdirSync(dir)).toEqual(['newsroom.lock']);
  });

  test('a lock that a power cut left empty is dead', async () => {
    const dir = scratchFolder();
    writeFileSync(join(dir, 'newsroom.lock'), '');

    await (await openStore(dir)).journal.close();
  });

  test('whose lock was deleted takes no more acts', async () => {
    const dir = scratchFolder();
    const store = await openStore(dir);
    rmSync(join(dir, 'newsroom.lock'));

    expect(await store.record(entryAct(1))).toMatchObject({
      outcome: 'refused',
      reason: 'unwritable',
      detail: expect.stringContaining('newsroom.lock was removed'),
    });
    await store.journal.close();
  });
});

describe('a folder that cannot hold a newsroom', () => {
  const nobody = 65_534;
  const asRoot = process.getuid?.() === 0 ? test : test.skip;

  test('is missing', async () => {
    const dir = join(scratchFolder(), 'nowhere');

    expect(await problemOpening(dir)).toEqual({
      problem: 'store-unwritable',
      message: `The folder ${dir} does not exist. Create it (mkdir -p), or set DATA_DIR to the right one.`,
    });
  });

  test('is a file', async () => {
    const path = join(scratchFolder(), 'file');
    writeFileSync(path, '');

    expect((await problemOpening(path)).message).toMatch(/is a file/);
  });

  asRoot('belongs to somebody else', async () => {
    const dir = join(openToAll(scratchFolder()), 'theirs');
    mkdirSync(dir, { mode: 0o755 });
    openToAll(join(built, '..'));

    const { problem, message } = await runStore(built, { dir, uid: nobody });

    expect(problem).toBe('store-unwritable');
    expect(message).toMatch(/cannot be written to. It belongs to user 0, and Slugline runs as user 65534/);
  });

  asRoot('is read-only', async () => {
    const dir = join(openToAll(scratchFolder()), 'ours');
    mkdirSync(dir);
    chownSync(dir, nobody, nobody);
    chmodSync(dir, 0o555);
    openToAll(join(built, '..'));

    const { problem, message } = await runStore(built, { dir, uid: nobody });

    expect(problem).toBe('store-unwritable');
    expect(message).toMatch(/cannot be written to. Allow its owner to write \(chmod u\+rwx/);
  });
});

function openToAll(dir: string): string {
  chmodSync(dir, 0o755);
  return dir;
}
