import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { takeSnapshot } from '../../src/domain/snapshot.ts';
import { openJsonJournal } from '../../src/store/json/open-json-journal.ts';
import { newsroomWith } from '../support/newsroom-builder.ts';
import { removeScratchFolders, scratchFolder } from './support/scratch-folder.ts';

const at = '2026-02-02T09:30:00.000Z';
const act = (seq: number, headline: string) => ({
  ...{ seq, at, by: 'UANA' },
  changes: [
    {
      type: 'story-opened' as const,
      story: {
        ...{ slug: `story-${seq}`, headline, status: 'active' as const },
        ...{ subjects: [], aliases: [], entities: [] },
      },
    },
  ],
});

afterAll(removeScratchFolders);

async function opens(dir: string) {
  const reports: string[] = [];
  const journal = await openJsonJournal({
    ...{ dir, now: () => at, onReport: (report: string) => void reports.push(report) },
    capture: () => ({ ...takeSnapshot(newsroomWith({})), seq: 1 }),
    threshold: { journalBytes: 1, snapshotShare: 0 },
  });
  return { journal, reports };
}
const modeOf = (...path: string[]) => (statSync(join(...path)).mode & 0o777).toString(8);

test('what the store writes is for its owner alone, whatever the umask lets others read', async () => {
  const dir = scratchFolder();
  const before = process.umask(0);
  const { journal } = await opens(dir);
  if ('problem' in journal) throw new Error(journal.message);

  await journal.append([act(1, 'Ford talks')]);
  // A compaction that is not due yet is not asked for again at once.
  await new Promise((resolve) => setTimeout(resolve, 80));
  await journal.append([act(2, 'Xiaomi talks')]);
  const locked = modeOf(dir, 'newsroom.lock');
  await journal.close();
  process.umask(before);

  expect(locked).toBe('600');
  expect(['journal.jsonl', 'newsroom.json', 'archive'].map((name) => modeOf(dir, name))).toEqual([
    ...['600', '600', '700'],
  ]);
});

test('files that a backup opened to others are closed to them again, and it is said', async () => {
  const dir = scratchFolder();
  const first = (await opens(dir)).journal;
  if ('problem' in first) throw new Error(first.message);
  await first.close();
  chmodSync(join(dir, 'journal.jsonl'), 0o644);
  mkdirSync(join(dir, 'archive'), { mode: 0o755 });
  writeFileSync(join(dir, 'notes.txt'), 'of somebody else', { mode: 0o644 });

  const { journal, reports } = await opens(dir);
  if ('problem' in journal) throw new Error(journal.message);
  await journal.close();

  expect(modeOf(dir, 'journal.jsonl')).toBe('600');
  expect(modeOf(dir, 'archive')).toBe('700');
  expect(modeOf(dir, 'notes.txt')).toBe('644');
  expect(reports).toContainEqual(expect.stringContaining('journal.jsonl could be read by others'));
});

test('a folder that others can write to is opened, and it is said how to close it', async () => {
  const dir = scratchFolder();
  chmodSync(dir, 0o777);

  const { journal, reports } = await opens(dir);
  if ('problem' in journal) throw new Error(journal.message);
  await journal.close();

  expect(reports).toEqual([expect.stringContaining(`chmod go-w ${dir}`)]);
});

test.each(['journal.jsonl', 'newsroom.json', 'newsroom.lock', 'archive', 'newsroom.json.42.tmp'])(
  'a %s that leads to a file elsewhere is refused by its path',
  async (name) => {
    const dir = scratchFolder();
    const elsewhere = join(scratchFolder(), 'somebody-elses');
    writeFileSync(elsewhere, 'precious');
    symlinkSync(elsewhere, join(dir, name));

    const { journal } = await opens(dir);

    expect(journal).toMatchObject({
      problem: 'store-unwritable',
      message: expect.stringContaining(`${join(dir, name)} is a symbolic link`),
    });
    expect(readFileSync(elsewhere, 'utf8')).toBe('precious');
  },
);

test('a folder that is reached by a link is opened', async () => {
  const dir = scratchFolder();
  const real = `${dir}-real`;
  renameSync(dir, real);
  symlinkSync(real, dir);

  const { journal } = await opens(dir);

  expect(journal).not.toHaveProperty('problem');
  if (!('problem' in journal)) await journal.close();
});
