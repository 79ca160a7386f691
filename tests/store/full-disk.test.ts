import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mayMount, SmallDisk } from '../support/small-disk.ts';
import { faultyDisk } from './support/faulty-disk.ts';
import { entryAct, entryActs, newsroomOf, rowsOf } from './support/newsroom-acts.ts';
import { cleanUp, eager, type OpenStore, openStore, problemOpening } from './support/open-store.ts';
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
      await addUntilReported(store);
      expect(store.reports).toEqual([expect.stringMatching(/^newsroom\.json could not be renewed.*ENOSPC/)]);
      disk.mend();

      await store.add(12);
      await store.journal.close();
      const { seq } = store.newsroom;
      expect(readdirSync(dir).sort()).toEqual(['archive', 'journal.jsonl', 'newsroom.json']);
      const again = await openStore(dir);
      expect(rowsOf(again.newsroom)).toEqual(rowsOf(newsroomOf(entryActs(1, seq))));
      expect(await again.journal.since(0)).toEqual(entryActs(1, seq));
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

/** The snapshot is written beside the acts, so a busy machine is through with many before it fails. */
async function addUntilReported(store: OpenStore): Promise<void> {
  for (let tries = 0; store.reports.length === 0 && tries < 300; tries += 1) await store.add(1);
}

const outcomeOf = async (answer: Promise<{ outcome: string }>): Promise<string> => (await answer).outcome;

(mayMount ? describe : describe.skip)('a disk that is really full', () => {
  let disk: SmallDisk;
  beforeEach(async () => {
    disk = await SmallDisk.mount('size=512k,nr_inodes=200,mode=700');
  });
  afterEach(async () => {
    await cleanUp();
    disk.unmount();
  });

  const long = 'x'.repeat(700);
  /** Tries so often to record one more entry; answers how often the disk refused. */
  async function refusals(store: OpenStore, tries: number): Promise<number> {
    let count = 0;
    for (let nth = 0; nth < tries; nth += 1) {
      const appended = await store.record(entryAct(store.newsroom.seq + 1, long));
      if (appended.outcome === 'refused') count += 1;
      else expect(appended.outcome).toBe('recorded');
      if (appended.outcome === 'refused') expect(appended.reason).toBe('disk-full');
    }
    return count;
  }
  async function holdsAll(store: OpenStore): Promise<void> {
    const { seq } = store.newsroom;
    const rows = rowsOf(store.newsroom);
    await store.journal.close();
    const again = await openStore(disk.dir);
    expect(again.loaded.repairs).toEqual([]);
    expect(rowsOf(again.newsroom)).toEqual(rows);
    expect((await again.journal.since(0)).map((act) => act.seq)).toEqual(
      Array.from({ length: seq }, (_, at) => at + 1),
    );
  }

  test('while entries are filed refuses them, and takes them again without a restart', async () => {
    const store = await openStore(disk.dir);
    await store.add(3);

    disk.fill();
    expect(await refusals(store, 20)).toBeGreaterThan(10);
    const { seq } = store.newsroom;
    expect(store.newsroom.entries.size).toBe(seq);

    disk.clear();
    expect(await refusals(store, 20)).toBe(0);
    expect(store.newsroom.seq).toBe(seq + 20);
    await holdsAll(store);
  });

  test('while the snapshot is written goes on with the journal, and compacts when there is room', async () => {
    const threshold = { journalBytes: 60_000, snapshotShare: 0, retryAfterMs: 0 };
    const store = await openStore(disk.dir, { threshold });
    expect(await refusals(store, 55)).toBe(0);

    disk.fill({ but: 40_000 });
    expect(await refusals(store, 20)).toBe(0);
    expect(store.reports).toEqual([expect.stringMatching(/^newsroom\.json could not be renewed.*ENOSPC/)]);
    expect(readdirSync(disk.dir)).not.toContain('newsroom.json');

    disk.clear();
    expect(await refusals(store, 5)).toBe(0);
    await store.journal.close();
    expect(readdirSync(disk.dir).sort()).toEqual(['archive', 'journal.jsonl', 'newsroom.json']);
    await holdsAll(store);
  });

  test('while the old journal is archived leaves it where it is, and archives it when there is room', async () => {
    let isFirst = true;
    const onStep = (step: string) => {
      if (step === 'snapshot:folder-synced' && isFirst) disk.takeNames();
      if (step === 'snapshot:folder-synced') isFirst = false;
    };
    const store = await openStore(disk.dir, { threshold: eager, onStep });

    await addUntilReported(store);
    expect(store.reports).toEqual([expect.stringMatching(/^newsroom\.json could not be renewed.*ENOSPC/)]);
    expect(readdirSync(disk.dir)).not.toContain('archive');
    expect(readdirSync(disk.dir)).toContain('journal-000000001.jsonl');

    disk.clear();
    expect(await refusals(store, 6)).toBe(0);
    await store.journal.close();
    expect(readdirSync(disk.dir)).not.toContain('journal-000000001.jsonl');
    expect(readdirSync(join(disk.dir, 'archive'))).toContainEqual(
      expect.stringMatching(/^journal-000000001-/),
    );
    await holdsAll(store);
  });
});
