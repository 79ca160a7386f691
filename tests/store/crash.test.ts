import { appendFileSync, cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { entryAct, entryActs, newsroomOf, rowsOf } from './support/newsroom-acts.ts';
import { cleanUp, eager, openStore } from './support/open-store.ts';
import { scratchFolder } from './support/scratch-folder.ts';
import { buildStore, runStore } from './support/store-process.ts';

afterEach(cleanUp);

/** What a power cut or SIGKILL at this step would leave: the files as they are, and the acts acknowledged. */
interface Remains {
  step: string;
  dir: string;
  acknowledged: number;
}

/** What a crash would leave. A compaction beside us may rename a file while we copy: then the copy is made again. */
function stillCopyOf(dir: string): string {
  const names = () => JSON.stringify(readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort());
  for (;;) {
    const before = names();
    const copy = scratchFolder();
    try {
      cpSync(dir, copy, { recursive: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      continue;
    }
    if (names() === before) return copy;
  }
}

async function remainsOfEveryStep(
  work: (dir: string, onStep: (step: string) => void, acknowledge: () => void) => Promise<void>,
  dir = scratchFolder(),
) {
  const remains: Remains[] = [];
  let acknowledged = 0;
  const onStep = (step: string): void => {
    const copy = stillCopyOf(dir);
    // It names this process, which lives on.
    rmSync(join(copy, 'newsroom.lock'), { force: true });
    remains.push({ step, dir: copy, acknowledged });
  };
  await work(dir, onStep, () => {
    acknowledged += 1;
  });
  return remains;
}

describe('a crash at any step', () => {
  test('of recording and compacting loses nothing acknowledged and leaves nothing half', async () => {
    const remains = await remainsOfEveryStep(async (dir, onStep, acknowledge) => {
      const store = await openStore(dir, { threshold: eager, onStep });
      for (const act of entryActs(1, 14)) {
        await store.record(act);
        acknowledge();
      }
    });

    expect(new Set(remains.map(({ step }) => step))).toEqual(
      new Set([
        'append:ready',
        'append:written',
        'append:synced',
        'rotate:made',
        'rotate:old-renamed',
        'rotate:new-renamed',
        'rotate:folder-synced',
        'snapshot:opened',
        'snapshot:written',
        'snapshot:synced',
        'snapshot:renamed',
        'snapshot:folder-synced',
        'archive:folder-made',
        'archive:renamed',
        'archive:folder-synced',
      ]),
    );
    for (const { step, dir, acknowledged } of remains) {
      const store = await openStore(dir, { threshold: eager });
      const { seq } = store.newsroom;
      expect({ step, kept: seq >= acknowledged && seq <= acknowledged + 1 }).toEqual({ step, kept: true });
      expect(rowsOf(store.newsroom)).toEqual(rowsOf(newsroomOf(entryActs(1, seq))));
      expect(store.loaded.repairs).toEqual([]);

      await store.add(4);
      await store.journal.close();

      const again = await openStore(dir);
      expect(rowsOf(again.newsroom)).toEqual(rowsOf(newsroomOf(entryActs(1, seq + 4))));
      expect(await again.journal.since(0)).toEqual(entryActs(1, seq + 4));
      await again.journal.close();
    }
  });

  test('of mending the last crash is mended by the next start', async () => {
    const remains = await remainsOfEveryStep(async (dir, onStep) => {
      await (await openStore(dir, { threshold: eager, onStep })).add(14);
    });
    const inCompaction = remains.filter(({ step }) => /^(?:rotate|snapshot|archive):/.test(step));

    for (const { dir } of inCompaction) {
      appendFileSync(newestJournalIn(dir), '{"sum":"0000');
      let seq = 0;
      const again = await remainsOfEveryStep(async (_, onStep) => {
        const store = await openStore(dir, { onStep });
        seq = store.newsroom.seq;
        await store.journal.close();
      }, dir);
      expect(again.length).toBeGreaterThan(0);
      for (const { dir: half } of again) {
        const store = await openStore(half);
        expect(rowsOf(store.newsroom)).toEqual(rowsOf(newsroomOf(entryActs(1, seq))));
        await store.journal.close();
      }
    }
  });

  test('kept by really killing the process there: the next one opens at once with all of it', async () => {
    const built = buildStore();
    const steps = [
      'append:written',
      'append:synced',
      'rotate:old-renamed',
      'rotate:new-renamed',
      'snapshot:written',
    ];
    const later = ['snapshot:synced', 'snapshot:renamed', 'archive:folder-made', 'archive:renamed'];

    for (const killAt of [...steps, ...later]) {
      const dir = scratchFolder();
      const { acknowledged, signal } = await runStore(built, { dir, killAt, occurrence: 2, entries: 2000 });
      expect({ killAt, signal }).toEqual({ killAt, signal: 'SIGKILL' });
      expect(acknowledged).toBeGreaterThan(0);

      const store = await openStore(dir);

      expect(store.newsroom.seq).toBeGreaterThanOrEqual(acknowledged);
      expect(store.newsroom.seq).toBeLessThanOrEqual(acknowledged + 1);
      expect(rowsOf(store.newsroom)).toEqual(rowsOf(newsroomOf(entryActs(1, store.newsroom.seq))));
      expect(await store.record(entryAct(store.newsroom.seq + 1))).toEqual({ outcome: 'recorded' });
      await store.journal.close();
    }
  }, 30_000);
});

/** The one that was being written: the rotated one, in the moment when there is no other. */
function newestJournalIn(dir: string): string {
  const current = join(dir, 'journal.jsonl');
  if (existsSync(current)) return current;
  const rotated = readdirSync(dir).filter((name) => name.startsWith('journal-'));
  return join(dir, rotated.sort().at(-1) ?? 'journal.jsonl');
}
