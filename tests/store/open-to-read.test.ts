import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openToRead } from '../../src/store/json/open-to-read.ts';
import { entryActs, newsroomLoaded, newsroomOf, rowsOf } from './support/newsroom-acts.ts';
import { cleanUp, eager, openStore } from './support/open-store.ts';
import { scratchFolder } from './support/scratch-folder.ts';

afterEach(cleanUp);

async function readIn(dir: string) {
  const journal = await openToRead(dir);
  if ('problem' in journal) throw new Error(journal.message);
  return newsroomLoaded(await journal.load());
}

describe('whoever only reads', () => {
  test('reads what is on record while Slugline keeps the folder, which stays as it is', async () => {
    const dir = scratchFolder();
    const store = await openStore(dir);
    await store.add(3);
    const before = readFileSync(join(dir, 'journal.jsonl'), 'utf8');

    const newsroom = await readIn(dir);
    await store.add(1);

    expect(rowsOf(newsroom)).toEqual(rowsOf(newsroomOf(entryActs(1, 3))));
    expect(readFileSync(join(dir, 'journal.jsonl'), 'utf8').startsWith(before)).toBe(true);
  });

  test('reads all that was recorded before, in order, however often the journal is compacted meanwhile', async () => {
    const dir = scratchFolder();
    const store = await openStore(dir, { threshold: eager });
    await store.add(1);
    const seen: [atLeast: number, rows: unknown][] = [];

    const writing = store.add(200);
    for (let look = 0; look < 40; look += 1) {
      const atLeast = store.newsroom.seq;
      const newsroom = await readIn(dir);
      seen.push([atLeast, rowsOf(newsroom)]);
      expect(newsroom.seq).toBeGreaterThanOrEqual(atLeast);
      expect(rowsOf(newsroom)).toEqual(rowsOf(newsroomOf(entryActs(1, newsroom.seq))));
    }
    await writing;

    expect(new Set(seen.map(([atLeast]) => atLeast)).size).toBeGreaterThan(1);
  });

  test('passes over a line that is only half written, and leaves it there', async () => {
    const dir = scratchFolder();
    const store = await openStore(dir);
    await store.add(2);
    await store.journal.close();
    const journal = join(dir, 'journal.jsonl');
    const half = readFileSync(journal, 'utf8').trimEnd().split('\n').at(-1)?.slice(0, 40) ?? '';
    appendFileSync(journal, half);

    const newsroom = await readIn(dir);

    expect(newsroom.seq).toBe(2);
    expect(readFileSync(journal, 'utf8').endsWith(half)).toBe(true);
  });

  test('records nothing', async () => {
    const dir = scratchFolder();
    const journal = await openToRead(dir);
    if ('problem' in journal) throw new Error(journal.message);

    await expect(journal.append(entryActs(1, 1))).rejects.toThrow('opened to be read');
  });

  test('is told of damage and of a folder that is not there, as whoever starts Slugline is', async () => {
    const dir = scratchFolder();
    const store = await openStore(dir);
    await store.add(3);
    await store.journal.close();
    const journal = join(dir, 'journal.jsonl');
    writeFileSync(journal, readFileSync(journal, 'utf8').replace('take 2', 'take 9'));

    const damaged = await openToRead(dir);
    rmSync(dir, { recursive: true });
    const missing = await openToRead(dir);

    expect(damaged).toMatchObject({ problem: 'store-damaged', message: expect.stringContaining('line 3') });
    expect(missing).toMatchObject({ message: expect.stringContaining('does not exist') });
  });
});
