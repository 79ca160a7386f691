import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from '../../src/store/json/read-journal.ts';
import { readSnapshot } from '../../src/store/json/read-snapshot.ts';
import { StoreFault } from '../../src/store/json/store-problem.ts';
import { entryAct } from './support/newsroom-acts.ts';
import { cleanUp, eager, openStore, problemOpening } from './support/open-store.ts';
import { filesIn, scratchFolder } from './support/scratch-folder.ts';

afterEach(cleanUp);

const newline = 0x0a;

/** A folder with a journal of three entries, closed. */
async function smallJournal(): Promise<{ dir: string; path: string; bytes: Buffer }> {
  const dir = scratchFolder();
  const store = await openStore(dir);
  await store.add(3);
  await store.journal.close();
  const path = join(dir, 'journal.jsonl');
  return { dir, path, bytes: readFileSync(path) };
}

/** A folder whose snapshot holds entries, closed. */
async function smallSnapshot(): Promise<{ dir: string; path: string; bytes: Buffer }> {
  const dir = scratchFolder();
  const store = await openStore(dir, { threshold: eager });
  await store.record(entryAct(1, 'Straße, 小米'));
  await store.add(4);
  await store.journal.close();
  const path = join(dir, 'newsroom.json');
  return { dir, path, bytes: readFileSync(path) };
}

function lineOf(bytes: Buffer, at: number): number {
  return bytes.subarray(0, at).filter((byte) => byte === newline).length + 1;
}

describe('a journal whose end was cut off', () => {
  test('at any byte of its last line: the line is dropped, reported, and the rest is there', async () => {
    const { dir, path, bytes } = await smallJournal();
    const start = bytes.lastIndexOf(newline, bytes.length - 2) + 1;

    for (let cut = start + 1; cut < bytes.length - 1; cut += 1) {
      writeFileSync(path, bytes.subarray(0, cut));

      const store = await openStore(dir);

      expect(store.newsroom.seq).toBe(2);
      expect(store.loaded.repairs).toEqual([
        expect.stringMatching(/^journal\.jsonl .*line 4.* cut off after act 2/),
      ]);
      await store.journal.close();
      expect(readFileSync(path).equals(bytes.subarray(0, start))).toBe(true);
    }
  });

  test('just before its newline: the whole last line is kept, and reported', async () => {
    const { dir, path, bytes } = await smallJournal();
    writeFileSync(path, bytes.subarray(0, -1));

    const store = await openStore(dir);

    expect(store.newsroom.seq).toBe(3);
    expect(store.loaded.repairs).toEqual([expect.stringMatching(/without a newline.*act 3.*kept/)]);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    await store.add(1);
    await store.journal.close();
    expect((await openStore(dir)).newsroom.seq).toBe(4);
  });

  test('between two lines: nothing is missing that can be known of', async () => {
    const { dir, path, bytes } = await smallJournal();
    writeFileSync(path, bytes.subarray(0, bytes.lastIndexOf(newline, bytes.length - 2) + 1));

    const store = await openStore(dir);

    expect(store.newsroom.seq).toBe(2);
    expect(store.loaded.repairs).toEqual([]);
  });

  test.each([[2], [5000]])('and filled with %i NULs by the file system: they are cut off', async (count) => {
    const { dir, path, bytes } = await smallJournal();
    writeFileSync(path, Buffer.concat([bytes.subarray(0, -20), Buffer.alloc(count)]));

    const store = await openStore(dir);

    expect(store.newsroom.seq).toBe(2);
    expect(store.loaded.repairs).toHaveLength(1);
  });

  test('within its first line, which no crash does: the start is refused', async () => {
    const { dir, path, bytes } = await smallJournal();
    for (const cut of [0, 1, 20, bytes.indexOf(newline)]) {
      writeFileSync(path, bytes.subarray(0, cut));

      expect((await problemOpening(dir)).message).toMatch(/^journal\.jsonl is damaged at line 1, byte 0/);
    }
  });
});

describe.each([
  ['journal.jsonl', smallJournal, readJournal],
  ['newsroom.json', smallSnapshot, readSnapshot],
])('one wrong byte anywhere in %s', (name, makeFolder, read) => {
  test('is found, whatever it was turned into, and its line is named', async () => {
    const { bytes } = await makeFolder();

    for (let at = 0; at < bytes.length; at += 1) {
      for (const wrong of wrongBytes(bytes[at]!)) {
        const line = lineOf(bytes, at);

        // Compared as text: a hundred thousand calls of `expect` take longer than all the rest.
        const found = faultIn(() => read(name, withByte(bytes, at, wrong)));
        if (!found.startsWith(`${name} is damaged at line ${line}, byte `))
          expect({ at, wrong, found, line }).toBe('found');
      }
    }
  });

  test('stops the start and leaves the files as they are', async () => {
    const { dir, path, bytes } = await makeFolder();

    for (let at = 0; at < bytes.length; at += 1) {
      writeFileSync(path, withByte(bytes, at, bytes[at]! ^ (1 << (at % 8))));
      const before = filesIn(dir);

      const { problem } = await problemOpening(dir);

      expect({ at, problem }).toEqual({ at, problem: 'store-damaged' });
      expect(filesIn(dir)).toEqual(before);
    }
  });
});

const wrongBytes = (right: number): number[] =>
  [...Array.from({ length: 8 }, (_, bit) => right ^ (1 << bit)), newline, 0, 0x20].filter(
    (byte) => byte !== right,
  );

function withByte(bytes: Buffer, at: number, byte: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = byte;
  return copy;
}

function faultIn(read: () => unknown): string {
  try {
    read();
    return 'nothing';
  } catch (error) {
    if (error instanceof StoreFault) return error.problem.message;
    throw error;
  }
}

describe('a file that is not as we left it', () => {
  test('a line taken out of the journal stops the start', async () => {
    const { dir, path, bytes } = await smallJournal();
    const lines = bytes.toString().split('\n');
    writeFileSync(path, lines.filter((_, index) => index !== 2).join('\n'));

    expect((await problemOpening(dir)).message).toMatch(/line 3, byte \d+: it holds act 3 where 2 belongs/);
  });

  test('a line written twice stops the start', async () => {
    const { dir, path, bytes } = await smallJournal();
    const lines = bytes.toString().split('\n');
    writeFileSync(path, [...lines.slice(0, 3), lines[2], ...lines.slice(3)].join('\n'));

    expect((await problemOpening(dir)).message).toMatch(/line 4, byte \d+: it holds act 2 where 3 belongs/);
  });

  test('a note typed under the last line stops the start rather than being cut off', async () => {
    const { dir, path, bytes } = await smallJournal();
    writeFileSync(path, `${bytes}remember to call Dearborn`);

    expect((await problemOpening(dir)).message).toMatch(/line 5, byte \d+: this is no line of a journal/);
  });

  test('a snapshot cut anywhere stops the start', async () => {
    const { dir, path, bytes } = await smallSnapshot();
    for (let cut = 0; cut < bytes.length; cut += 7) {
      writeFileSync(path, bytes.subarray(0, cut));
      const before = filesIn(dir);

      expect((await problemOpening(dir)).message).toMatch(/^newsroom\.json is damaged at line \d+, byte \d+/);
      expect(filesIn(dir)).toEqual(before);
    }
  });
});
