import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ReadingRoom } from '../../src/articles/thread/reading-room.ts';

const dir = mkdtempSync(join(tmpdir(), 'slugline-room-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** A thread that does this instead of reading. */
const roomThat = (does: string, limits: ConstructorParameters<typeof ReadingRoom>[0] = {}): ReadingRoom => {
  const file = join(dir, `${does.length}.cjs`);
  writeFileSync(file, `const { parentPort, workerData } = require('node:worker_threads');\n${does}`);
  return new ReadingRoom({ file: pathToFileURL(file), ...limits });
};
const job = { read: 'feed', text: '' } as const;

describe('what is read in a thread of its own', () => {
  test('is stopped when it takes too long', async () => {
    const room = roomThat('for (;;);', { timeLimitMs: 200 });

    expect(await room.read(job)).toEqual({ problem: 'input-unsafe', why: 'slow' });
  });

  test('is stopped when it takes too much memory', async () => {
    const room = roomThat('const all = []; for (;;) all.push(new Array(1000).fill(all.length));', {
      memoryMb: 16,
    });

    expect(await room.read(job)).toEqual({ problem: 'input-unsafe', why: 'memory' });
  });

  test('does not see our tokens', async () => {
    process.env['SLACK_BOT_TOKEN'] = 'xoxb-1';
    const room = roomThat('parentPort.postMessage(Object.keys(process.env));');

    const seen = await room.read(job);

    delete process.env['SLACK_BOT_TOKEN'];
    expect(seen).toEqual([]);
  });

  test('waits until the one before it is done', async () => {
    const room = roomThat('setTimeout(() => parentPort.postMessage([]), workerData.text ? 200 : 0);');
    const done: string[] = [];

    await Promise.all([
      room.read({ read: 'feed', text: 'slow' }).then(() => done.push('the slow one')),
      room.read(job).then(() => done.push('the quick one')),
    ]);

    expect(done).toEqual(['the slow one', 'the quick one']);
  });

  test('is no worse for the one before it that failed', async () => {
    const room = roomThat('if (workerData.text) throw new Error("a bug"); parentPort.postMessage([]);');

    await expect(room.read({ read: 'feed', text: 'x' })).rejects.toThrow('a bug');
    expect(await room.read(job)).toEqual([]);
  });

  test('is broken off when the room closes', async () => {
    const room = roomThat('setInterval(() => {}, 1000);');
    const reading = room.read(job);
    const broken = expect(reading).rejects.toThrow('ended by itself');
    await new Promise((resolve) => setImmediate(resolve));

    await room.close();

    await broken;
  });
});
