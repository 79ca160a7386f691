import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileSystem } from '../../src/store/json/file-system.ts';
import { faultyDisk } from '../store/support/faulty-disk.ts';
import { shownText } from '../support/fake-slack/shown-text.ts';
import { ana, autos, deskWorkspace, ed, type Slugline, startSlugline } from '../support/slugline.ts';
import { mayMount, SmallDisk } from '../support/small-disk.ts';

interface Disk {
  dataDir: string;
  files?: FileSystem;
  fill(): void;
  clear(): void;
  remove(): void;
}

async function injected(): Promise<Disk> {
  const dataDir = mkdtempSync(join(tmpdir(), 'slugline-full-'));
  const { files, break: breaks, mend } = faultyDisk();
  const fill = () => breaks('write', 'ENOSPC');
  return { dataDir, files, fill, clear: mend, remove: () => rmSync(dataDir, { recursive: true }) };
}

async function mounted(): Promise<Disk> {
  const disk = await SmallDisk.mount('size=1m,mode=700');
  return {
    dataDir: disk.dir,
    fill: () => disk.fill(),
    clear: () => disk.clear(),
    remove: () => disk.unmount(),
  };
}

const full = 'Not saved: the disk that holds the newsroom is full. Nothing was changed.';
const next = 'Tell whoever runs Slugline, then try again; it recovers by itself when there is room.';
/** More than what may be left of the journal's last block. */
const words = Array.from(
  { length: 4 },
  (_, at) =>
    `Take ${at}. ${'Ford hired two lobbyists. '.repeat(50).trim()} | src: Ford spokesperson | rules: record`,
);

describe.each([
  ['an injected file system', injected, true],
  ['a disk that is mounted and really full', mounted, mayMount],
])('on %s', (_, makeDisk, isPossible) => {
  const onSuch = isPossible ? test : test.skip;
  let disk: Disk;
  let app: Slugline;
  beforeEach(async () => {
    if (!isPossible) return;
    disk = await makeDisk();
    app = await startSlugline(deskWorkspace, disk);
  });
  afterEach(async () => {
    await app?.stop();
    disk?.remove();
  });

  /** What the person reads: an answer, or the form that keeps their words. */
  const says = async (user: string, typed: string) => {
    const seen = await app.slack.types(user, autos, `/brief ${typed}`);
    const form = () => app.slack.modal(user);
    const shown = await app.slack.until(() => form() ?? seen.messages.at(-1));
    const opened = form();
    if (opened) await app.slack.closes(user, opened);
    return shownText(shown);
  };
  const addsAll = async () => {
    const told: string[] = [];
    for (const text of words) told.push(await says(ana, `add ford-xiaomi ${text}`));
    return told;
  };

  onSuch(
    'who files is told so, nobody reads what is not on disk, and it is taken without a restart',
    async () => {
      const before = app.newsroom.entries.size;

      disk.fill();
      const refused = (await addsAll()).filter((told) => told.includes(full));
      const kept = app.newsroom.entries.size;
      const unread = await says(ana, `E-${kept + 1}`);
      const read = await says(ana, 'ford-xiaomi');
      const corrected = await says(ed, `correct E-1 ${words[0]} | reason: we misheard`);
      disk.clear();
      const taken = await addsAll();

      expect(refused.length).toBeGreaterThanOrEqual(words.length - 1);
      for (const told of refused) expect(told).toContain(next);
      expect(kept).toBe(before + words.length - refused.length);
      expect(unread).toContain(`E-${kept + 1}`);
      expect(read).toContain('Ford');
      expect(corrected).toContain(full);
      expect(taken.join()).not.toContain(full);
      expect(app.newsroom.entries.size).toBe(kept + words.length);
      expect(app.logged.match(/the journal cannot be written \(ENOSPC/g)).toHaveLength(1);
      expect(app.logged).toContain('the journal is written again');
      expect(app.logged).not.toContain('lobbyists');
      const rows = [...app.newsroom.entries.all()];
      await app.restarts();
      expect([...app.newsroom.entries.all()]).toEqual(rows);
    },
  );
});
