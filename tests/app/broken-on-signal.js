// Loaded before the app by tests: breaks the process as a bug would, at the moment when the test sends SIGUSR2.
import { open } from 'node:fs/promises';
import { devNull } from 'node:os';

const { BROKEN_HOW: how, SLOW_SYNC_MS: slowMs } = process.env;
const bug = () => new TypeError('the newsroom is broken');

const breaks = {
  throw: () => {
    throw bug();
  },
  reject: () => void Promise.reject(bug()),
  'reject with words': () => void Promise.reject('hush-hush-merger'),
  'read bad JSON': () => void JSON.parse('hush-hush-merger'),
  'throw again and again': () => {
    setInterval(() => {
      throw bug();
    }, 5);
    throw bug();
  },
};
process.on('SIGUSR2', () => setImmediate(breaks[how]));

if (slowMs) {
  const handle = await open(devNull);
  const files = Object.getPrototypeOf(handle);
  await handle.close();
  const { datasync } = files;
  let isSlow = false;
  files.datasync = async function () {
    if (isSlow) process.stdout.write('the disk is slow\n');
    // Without a number, the disk never answers.
    if (isSlow) await new Promise((resolve) => Number(slowMs) && setTimeout(resolve, Number(slowMs)));
    return datasync.call(this);
  };
  process.on('SIGURG', () => {
    isSlow = true;
  });
}
