import { readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { entryAct, entryActs, newsroomOf, rowsOf } from './support/newsroom-acts.ts';
import { cleanUp, eager, type OpenStore, openStore, problemOpening } from './support/open-store.ts';
import { filesIn, scratchFolder } from './support/scratch-folder.ts';

afterEach(cleanUp);

/** A folder whose newsroom has been compacted at least once; everything is in the snapshot and the journal. */
async function compactedFolder(entries = 6): Promise<string> {
  const dir = scratchFolder();
  const store = await openStore(dir, { threshold: eager });
  await store.add(entries);
  await store.journal.close();
  return dir;
}

const read = (dir: string, name: string): string => readFileSync(join(dir, name), 'utf8');

describe('compaction', () => {
  test('leaves a snapshot that is plain JSON with a record a line, and the old journals as an archive', async () => {
    const dir = await compactedFolder(12);

    const text = read(dir, 'newsroom.json');
    const snapshot = JSON.parse(text);
    expect(snapshot.tables.entries[0].id).toBe('E-1');
    expect(text).toMatch(/^\{"kind":"fact".*"id":"E-2".*\},?$/m);
    const archive = readdirSync(join(dir, 'archive')).sort();
    expect(archive[0]).toMatch(/^journal-000000001-00000000\d\.jsonl$/);
    expect(readdirSync(dir).sort()).toEqual(['archive', 'journal.jsonl', 'newsroom.json']);
  });

  test('loses nothing that is filed meanwhile', async () => {
    const dir = scratchFolder();
    const store = await openStore(dir, { threshold: eager });
    for (let round = 0; round < 30; round += 1) {
      const acts = entryActs(store.newsroom.seq + 1, store.newsroom.seq + 20);
      await Promise.all(acts.map((act) => store.record(act)));
    }
    await store.journal.close();

    const again = await openStore(dir);

    expect(rowsOf(again.newsroom)).toEqual(rowsOf(newsroomOf(entryActs(1, 600))));
    expect(again.loaded.snapshot?.seq).toBeGreaterThan(0);
  });

  test('the archive and the journal together tell the whole history', async () => {
    const dir = scratchFolder();
    const store = await openStore(dir, { threshold: eager });
    await store.add(40);

    expect(await store.journal.since(0)).toEqual(entryActs(1, 40));
    expect(await store.journal.since(17)).toEqual(entryActs(18, 40));
  });

  test('waits while the newsroom in memory does not have what is on disk', async () => {
    const dir = scratchFolder();
    const store = await openStore(dir, { threshold: eager });

    for (const act of entryActs(1, 20)) await store.journal.append([act]);
    await store.journal.close();

    expect(readdirSync(dir)).toEqual(['journal.jsonl']);
  });

  test('goes on beside the commits, which do not wait for its end', async () => {
    const dir = scratchFolder();
    const first = await openStore(dir);
    await first.journal.append(entryActs(1, 20_000));
    await first.journal.close();
    const store = await openStore(dir, { threshold: eager });

    let commits = 0;
    for (; !readdirSync(dir).includes('newsroom.json'); commits += 1) await store.add(1);

    // One stringify of everything would let in the two that come before and after it.
    expect(commits).toBeGreaterThan(4);
  });

  test.each([[1], [7]])(
    'any order of acts, compactions and restarts gives the same newsroom (%i at a time)',
    async (atOnce) => {
      const moves = fc.array(fc.constantFrom('file', 'file', 'file', 'restart', 'eager restart'), {
        maxLength: 25,
      });
      await fc.assert(
        fc.asyncProperty(moves, async (sequence) => {
          const dir = scratchFolder();
          let store = await openStore(dir, { threshold: eager });
          for (const move of sequence) {
            if (move === 'file') await fileAtOnce(store, atOnce);
            else {
              await store.journal.close();
              store = await openStore(dir, move === 'restart' ? {} : { threshold: eager });
            }
          }
          const { seq } = store.newsroom;
          await store.journal.close();

          const again = await openStore(dir);

          expect(rowsOf(again.newsroom)).toEqual(rowsOf(newsroomOf(entryActs(1, seq))));
          expect(await again.journal.since(0)).toEqual(entryActs(1, seq));
          await again.journal.close();
        }),
        { numRuns: 40 },
      );
    },
  );
});

describe('a snapshot edited by hand', () => {
  const edit = (dir: string, change: (text: string) => string) =>
    writeFileSync(join(dir, 'newsroom.json'), change(read(dir, 'newsroom.json')));
  const accept = (text: string) => text.replace(/"sum":"[0-9a-f]{8}"/, '"sum":"edited"');

  test('stops the start, and the message says how to accept the edit', async () => {
    const dir = await compactedFolder();
    edit(dir, (text) => text.replace('take 1', 'take one'));
    const before = filesIn(dir);

    const { message } = await problemOpening(dir);

    expect(message).toMatch(/newsroom\.json is damaged at line 9, byte \d+.*"sum":"edited"/);
    expect(filesIn(dir)).toEqual(before);
  });

  test('is validated in full, taken over and reported when the editor says so', async () => {
    const dir = await compactedFolder();
    edit(dir, (text) => accept(text).replace('take 1', 'take one'));

    const store = await openStore(dir);

    expect(store.newsroom.entries.get('E-1')?.text).toMatch('take one');
    expect(store.newsroom.seq).toBe(6);
    expect(store.loaded.repairs).toEqual([
      expect.stringMatching(/^newsroom\.json was edited by hand: it was validated/),
    ]);
  });

  test('is sealed again, so that the next start trusts it', async () => {
    const dir = await compactedFolder();
    edit(dir, (text) => accept(text).replace('take 1', 'take one'));
    await (await openStore(dir)).journal.close();

    const store = await openStore(dir);

    expect(store.loaded.repairs).toEqual([]);
    expect(store.newsroom.entries.get('E-1')?.text).toMatch('take one');
  });

  test('may be laid out as the editor likes', async () => {
    const dir = await compactedFolder();
    edit(dir, (text) => `${JSON.stringify(JSON.parse(accept(text)), undefined, 4)}\n`);

    expect((await openStore(dir)).newsroom.seq).toBe(6);
  });

  test('with a record that is not as it should be stops the start and names it', async () => {
    const dir = await compactedFolder();
    edit(dir, (text) => accept(text).replace('"verification":"reported"', '"verification":"certain"'));

    const { problem, message } = await problemOpening(dir);

    expect(problem).toBe('store-damaged');
    expect(message).toMatch(/newsroom\.json is damaged at line 9.*tables\.entries\.0\.verification/);
  });

  test('that is no longer JSON stops the start', async () => {
    const dir = await compactedFolder();
    edit(dir, (text) => accept(text).replace('"verification":"reported",', '"verification":,'));

    expect((await problemOpening(dir)).message).toMatch(/newsroom\.json is damaged at line 9.*not JSON/);
  });

  test('while Slugline runs is not overwritten: compaction stops and says so', async () => {
    const dir = await compactedFolder();
    const store = await openStore(dir, { threshold: eager });
    edit(dir, (text) => accept(text).replace('take 1', 'take one'));
    await store.add(20);

    expect(store.reports).toEqual([expect.stringMatching(/^newsroom\.json was edited while Slugline ran/)]);
    await store.journal.close();
    const again = await openStore(dir);
    expect(again.newsroom.entries.get('E-1')?.text).toMatch('take one');
    expect(again.newsroom.entries.size).toBe(26);
  });

  test('but only touched, or put back as it was, is still ours', async () => {
    const dir = await compactedFolder();
    const store = await openStore(dir, { threshold: eager });
    const path = join(dir, 'newsroom.json');
    writeFileSync(`${path}.copy`, readFileSync(path));
    renameSync(`${path}.copy`, path);
    utimesSync(path, 1, 1);
    await store.add(20);
    await store.journal.close();

    expect(store.reports).toEqual([]);
    expect((await openStore(dir)).loaded.snapshot?.seq).toBeGreaterThan(6);
  });
});

describe('a file that another program replaced', () => {
  test('a journal saved over by an editor is put back whole, theirs is kept beside it', async () => {
    const dir = scratchFolder();
    const store = await openStore(dir);
    await store.add(3);
    writeFileSync(join(dir, 'theirs'), `${read(dir, 'journal.jsonl')} a note`);
    await store.add(1);
    renameSync(join(dir, 'theirs'), join(dir, 'journal.jsonl'));

    await store.add(2);

    expect(store.reports).toEqual([
      expect.stringMatching(/replaced or deleted.*journal\.replaced-\d+\.jsonl/),
    ]);
    await store.journal.close();
    expect((await openStore(dir)).newsroom.seq).toBe(6);
    expect(readdirSync(dir)).toContainEqual(expect.stringMatching(/^journal\.replaced-/));
  });

  test('a deleted journal is put back with the next act', async () => {
    const dir = scratchFolder();
    const store = await openStore(dir);
    await store.add(3);
    rmSync(join(dir, 'journal.jsonl'));
    await store.add(1);
    await store.journal.close();

    expect((await openStore(dir)).newsroom.seq).toBe(4);
  });

  test('a journal that others write into takes no more acts', async () => {
    const dir = scratchFolder();
    const store = await openStore(dir);
    await store.add(1);
    writeFileSync(join(dir, 'journal.jsonl'), 'x', { flag: 'a' });

    expect(await store.record(entryAct(2))).toMatchObject({ outcome: 'refused', reason: 'unwritable' });
  });

  test.each([
    ['the journal', ['journal.jsonl'], /journal\.jsonl is missing/],
    ['the snapshot', ['newsroom.json'], /starts after act \d/],
    ['both', ['journal.jsonl', 'newsroom.json'], /newsroom\.json and journal\.jsonl are missing/],
  ])('without %s there is no start', async (_, names, expected) => {
    const dir = await compactedFolder(8);
    for (const name of names) rmSync(join(dir, name));
    const before = filesIn(dir);

    expect((await problemOpening(dir)).message).toMatch(expected);
    expect(filesIn(dir)).toEqual(before);
  });

  test('the line that the message offers begins a new journal', async () => {
    const dir = await compactedFolder(8);
    rmSync(join(dir, 'journal.jsonl'));
    const { message } = await problemOpening(dir);
    writeFileSync(join(dir, 'journal.jsonl'), `${message.slice(message.indexOf('{"sum"'))}\n`);

    const store = await openStore(dir);

    expect(store.newsroom.seq).toBe(store.loaded.snapshot?.seq);
  });

  test('an older journal put back under a newer snapshot stops the start', async () => {
    const dir = scratchFolder();
    const store = await openStore(dir);
    await store.add(3);
    const old = readFileSync(join(dir, 'journal.jsonl'));
    await store.journal.close();
    const later = await openStore(dir, { threshold: eager });
    await later.add(20);
    await later.journal.close();
    writeFileSync(join(dir, 'journal.jsonl'), old);

    expect((await problemOpening(dir)).message).toMatch(
      /ends with act 3, but newsroom\.json already holds act/,
    );
  });
});

describe('a newer Slugline’s files', () => {
  test('stop the start as newer, not as damaged', async () => {
    const { actLines } = await import('../../src/store/json/journal-line.ts');
    const dir = scratchFolder();
    const store = await openStore(dir);
    await store.add(1);
    await store.journal.close();
    const unknown = { ...entryAct(2), changes: [{ type: 'story-syndicated', to: 'AP' }] };
    writeFileSync(join(dir, 'journal.jsonl'), actLines([unknown as never]), { flag: 'a' });

    const { problem, message } = await problemOpening(dir);

    expect(problem).toBe('store-newer');
    expect(message).toMatch(/journal\.jsonl line 3 .*"story-syndicated"/);
  });
});

async function fileAtOnce(store: OpenStore, count: number): Promise<void> {
  const from = store.newsroom.seq + 1;
  await Promise.all(entryActs(from, from + count - 1).map((act) => store.record(act)));
}
