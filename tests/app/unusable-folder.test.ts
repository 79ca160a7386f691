import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mayMount, SmallDisk } from '../support/small-disk.ts';
import { builtMain, runSlugline } from './slugline-process.ts';

const isRoot = process.getuid?.() === 0;
const uid = process.getuid?.();
const somebodyElse = 65_534;
const asRoot = isRoot ? test : test.skip;
const scratch = mkdtempSync(join(tmpdir(), 'slugline-unusable-'));

beforeAll(() => {
  builtMain();
  chmodSync(scratch, 0o755);
}, 30_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A folder of the one who runs Slugline. */
function folder(name: string): string {
  const dir = join(scratch, name);
  mkdirSync(dir, { mode: 0o755 });
  return dir;
}

async function refusal(dataDir: string, as = { isPlainUser: isRoot }) {
  const slack = {
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_API_URL: 'http://127.0.0.1:9/api/',
  };
  const { code, stdout, stderr } = await runSlugline([], { ...slack, DATA_DIR: dataDir }, undefined, as);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  return stderr;
}

describe('a folder that cannot hold a newsroom ends the start with one line that says what to do', () => {
  test('it is missing', async () => {
    const dir = join(scratch, 'mistyped');

    expect(await refusal(dir)).toBe(
      `The folder ${dir} does not exist. Create it (mkdir -p), or set DATA_DIR to the right one.\n`,
    );
  });

  test('nobody may write in it', async () => {
    const dir = folder('read-only');
    chmodSync(dir, 0o555);

    expect(await refusal(dir)).toBe(
      `The folder ${dir} cannot be written to. Allow its owner to write (chmod u+rwx ${dir}).\n`,
    );
  });

  test('nobody may look into the one above it', async () => {
    const dir = join(folder('closed'), 'newsroom');
    chmodSync(dirname(dir), 0o000);

    expect(await refusal(dir)).toBe(`The folder ${dir} cannot be opened (EACCES). Check DATA_DIR.\n`);
    chmodSync(dirname(dir), 0o755);
  });

  asRoot('it belongs to somebody else', async () => {
    const dir = folder('of-somebody-else');
    chownSync(dir, somebodyElse, somebodyElse);

    expect(await refusal(dir)).toBe(
      `The folder ${dir} cannot be written to. It belongs to user ${somebodyElse}, and Slugline runs as user ${uid}: chown it, or run as its owner.\n`,
    );
  });

  asRoot.each(['journal.jsonl', 'newsroom.json', 'newsroom.lock'])(
    '%s in it belongs to somebody else, as after an import by another user',
    async (name) => {
      const dir = folder(`with-a-foreign-${name}`);
      writeFileSync(join(dir, name), '', { mode: 0o600 });
      chownSync(join(dir, name), somebodyElse, somebodyElse);

      expect(await refusal(dir)).toBe(
        `The newsroom in ${dir} cannot be opened: EACCES: permission denied, open '${join(dir, name)}'. Everything in it has to belong to user ${uid}, as whom Slugline runs: chown it.\n`,
      );
    },
  );

  (mayMount ? test : test.skip)('its disk is mounted read-only', async () => {
    const disk = await SmallDisk.mount('size=64k,ro');

    const told = await refusal(disk.dir, { isPlainUser: false });
    disk.unmount();

    expect(told).toBe(`The folder ${disk.dir} is on a disk mounted read-only. Mount it writable.\n`);
  });
});
