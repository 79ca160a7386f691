import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultyDisk } from './support/faulty-disk.ts';
import { entryAct, entryActs, newsroomOf, rowsOf } from './support/newsroom-acts.ts';
import { cleanUp, eager, openStore, problemOpening } from './support/open-store.ts';
import { filesIn, scratchFolder } from './support/scratch-folder.ts';

afterEach(cleanUp);

describe('a disk that fails', () => {
  test.each([
    ['is full when it writes', 'write', 'ENOSPC', 'disk-full'],
    ['is over quota when it writes', 'write', 'EDQUOT', 'disk-full'],
    ['breaks when it writes', 'write', 'EIO', 'unwritable'],
    ['is full when it syncs', 'datasync', 'ENOSPC', 'disk-full'],
    ['breaks when it syncs', 'datasync', 'EIO', 'unwritable'],
  ] as const)(
    'and %s refuses the act, keeps nothing of it, and takes it when it can again',
    async (_, call, code, reason) => {
      const dir = scratchFolder();
      const disk = faultyDisk();
      const store = await openStore(dir, { files: disk.files });
      await store.add(2);
      const before = filesIn(dir);

      disk.break(call, code);
      expect(await store.record(entryAct(3))).toMatchObject({ outcome: 'refused', reason });
      expect(await store.record(entryAct(3))).toMatchObject({ outcome: 'refused', reason });
      disk.mend();

      if (call === 'write') expect(filesIn(dir)).toEqual(before);
      expect(store.newsroom.seq).toBe(2);
      await store.add(2);
      await store.journal.close();
      expect((await openStore(dir)).loaded).toEqual({
        snapshot: undefined,
        acts: entryActs(1, 4),
        repairs: [],
      });
    },
  );

  test('that cannot even cut off what it wrote does so before the next act', async () => {
    const dir = scratchFolder();
    const disk = faultyDisk();
    const store = await openStore(dir, { files: disk.files });
    await store.add(2);

    disk.break('datasync', 'EIO');
    disk.break('truncate', 'EIO');
    expect(await store.record(entryAct(3, 'refused'))).toMatchObject({ outcome: 'refused' });
    disk.mend();

    await store.add(1);
    await store.journal.close();
    expect((await openStore(dir)).loaded.acts).toEqual(entryActs(1, 3));
  });

  test('that takes a few bytes at a time still gets whole lines', async () => {
    const dir = scratchFolder();
    const disk = faultyDisk();
    disk.writeAtMost(7);
    const store = await openStore(dir, { files: disk.files, threshold: eager });
    await store.add(10);
    await store.journal.close();

    const again = await openStore(dir);

    expect(again.loaded.snapshot?.seq).toBeGreaterThan(0);
    expect(rowsOf(again.newsroom)).toEqual(rowsOf(newsroomOf(entryActs(1, 10))));
  });

  test('refuses all who share the write, and those who wait behind it', async () => {
    const dir = scratchFolder();
    const disk = faultyDisk();
    const store = await openStore(dir, { files: disk.files });

    disk.break('write', 'ENOSPC');
    const first = store.record(entryAct(1));
    await new Promise((resolve) => setImmediate(resolve));
    const answers = await Promise.all(
      [first, ...entryActs(2, 9).map((act) => store.record(act))].map(outcomeOf),
    );
    disk.mend();

    expect(new Set(answers)).toEqual(new Set(['refused']));
    await store.add(1);
    expect(store.newsroom.seq).toBe(1);
  });

  test.each([
    ['making the new journal', 'open', /journal\.jsonl\..*tmp$/],
    ['writing the new journal', 'write', /journal\.jsonl\..*tmp$/],
    ['renaming the old journal', 'rename', /journal\.jsonl$/],
    ['renaming the new journal', 'rename', /journal\.jsonl\..*tmp$/],
    ['making the snapshot', 'open', /newsroom\.json\..*tmp$/],
    ['writing the snapshot', 'write', /newsroom\.json\..*tmp$/],
    ['syncing the snapshot', 'datasync', /newsroom\.json\..*tmp$/],
    ['renaming the snapshot', 'rename', /newsroom\.json\..*tmp$/],
    ['making the archive', 'mkdir', /archive$/],
    ['moving into the archive', 'rename', /journal-\d+\.jsonl$/],
  ] as const)(
    'when %s, goes on with the journal it has, and compacts when it can again',
    async (_, call, path) => {
      const dir = scratchFolder();
      const disk = faultyDisk();
      const store = await openStore(dir, { files: disk.files, threshold: eager });

      disk.break(call, 'ENOSPC', path);
      await store.add(12);
      expect(store.reports).toEqual([expect.stringMatching(/^newsroom\.json could not be renewed.*ENOSPC/)]);
      disk.mend();

      await store.add(12);
      await store.journal.close();
      expect(readdirSync(dir).sort()).toEqual(['archive', 'journal.jsonl', 'newsroom.json']);
      const again = await openStore(dir);
      expect(rowsOf(again.newsroom)).toEqual(rowsOf(newsroomOf(entryActs(1, 24))));
      expect(await again.journal.since(0)).toEqual(entryActs(1, 24));
    },
  );

  test('when syncing the folder after a rotation, takes no act until the new name is sure to last', async () => {
    const dir = scratchFolder();
    const disk = faultyDisk();
    const store = await openStore(dir, { files: disk.files, threshold: eager });
    await store.add(3);

    disk.break('sync', 'EIO');
    expect(await store.record(entryAct(4))).toMatchObject({ outcome: 'refused', reason: 'unwritable' });
    disk.mend();

    await store.add(5);
    await store.journal.close();
    expect((await openStore(dir)).newsroom.seq).toBe(8);
  });

  test('shows nothing of what a killed process left until it is sure to last', async () => {
    const dir = scratchFolder();
    const first = await openStore(dir);
    await first.add(3);
    await first.journal.close();
    const disk = faultyDisk();

    disk.break('datasync', 'EIO', /journal\.jsonl$/);
    const { message } = await problemOpening(dir, { files: disk.files });
    disk.mend();
    const store = await openStore(dir, { files: disk.files });
    disk.break('sync', 'EIO');
    const refused = await store.record(entryAct(4));
    disk.mend();

    expect(message).toMatch(/^The newsroom in .* cannot be opened: EIO[^\n]*$/);
    expect(refused).toMatchObject({ outcome: 'refused', reason: 'unwritable' });
    await store.add(1);
    expect(store.newsroom.seq).toBe(4);
  });

  test('at the start is a problem in one line', async () => {
    const dir = scratchFolder();
    const disk = faultyDisk();
    disk.break('write', 'ENOSPC');

    const { problem, message } = await problemOpening(dir, { files: disk.files });

    expect(problem).toBe('store-unwritable');
    expect(message).toMatch(/^The newsroom in .* cannot be opened: ENOSPC[^\n]*$/);
    expect(readdirSync(dir)).toEqual([]);
  });
});

const outcomeOf = async (answer: Promise<{ outcome: string }>): Promise<string> => (await answer).outcome;

describe('a disk that is really full', () => {
  const mountPoint = mkdtempSync(join(tmpdir(), 'slugline-full-'));
  const isMounted = mounts('mount', '-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', mountPoint);
  afterAll(() => {
    if (isMounted) mounts('umount', '-l', mountPoint);
    rmSync(mountPoint, { recursive: true, force: true });
  });

  (isMounted ? test : test.skip)(
    'refuses acts while it is, and takes them again without a restart',
    async () => {
      const dir = mountPoint;
      const store = await openStore(dir, { threshold: { ...eager, journalBytes: 20_000 } });
      const ballast = join(dir, 'ballast');
      writeFileSync(ballast, Buffer.alloc(100_000));

      let refusals = 0;
      for (let round = 0; round < 400; round += 1) {
        const appended = await store.record(entryAct(store.newsroom.seq + 1, 'x'.repeat(700)));
        if (appended.outcome === 'refused') {
          expect(appended.reason).toBe('disk-full');
          refusals += 1;
        }
      }
      expect(refusals).toBeGreaterThan(100);
      const { seq } = store.newsroom;

      unlinkSync(ballast);
      await store.add(20);
      await store.journal.close();
      const again = await openStore(dir);
      expect(again.newsroom.seq).toBe(seq + 20);
      expect(again.loaded.repairs).toEqual([]);
      await again.journal.close();
      expect(existsSync(join(dir, 'newsroom.lock'))).toBe(false);
      expect(statfsSync(dir).bfree).toBeGreaterThan(0);
    },
  );
});

function mounts(command: string, ...rest: string[]): boolean {
  try {
    execFileSync(command, rest, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
