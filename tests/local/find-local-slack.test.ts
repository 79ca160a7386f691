import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findLocalSlack } from '../../src/local/find-local-slack.ts';

const empty = mkdtempSync(join(tmpdir(), 'slugline-find-'));

afterAll(() => rmSync(empty, { recursive: true }));

test('on Linux x64 it is the optional dependency', () => {
  const found = findLocalSlack({ platform: 'linux', arch: 'x64' });

  expect(found).toMatchObject({
    command: expect.stringMatching(/local-slack-linux-x64\/bin\/local-slack$/),
    args: [],
    mayDownload: false,
  });
});

test.each([
  ['darwin', 'arm64'],
  ['win32', 'x64'],
  ['linux', 'arm64'],
] as const)('on %s %s npx fetches it', (platform, arch) => {
  expect(findLocalSlack({ platform, arch })).toEqual({
    command: 'npx',
    args: ['--yes', 'local-slack@0.1.8'],
    mayDownload: true,
  });
});

test('on Linux x64 without the optional dependency npx fetches it', () => {
  const found = findLocalSlack({ platform: 'linux', arch: 'x64', resolveFrom: join(empty, 'module.js') });

  expect(found).toMatchObject({ command: 'npx' });
});

test('a system it is not made for is told what else to do', () => {
  expect(findLocalSlack({ platform: 'freebsd', arch: 'x64' })).toEqual({
    problem: 'tryout-unavailable',
    reason: expect.stringContaining('not made for freebsd-x64'),
    next: expect.stringContaining('SLACK_BOT_TOKEN'),
  });
});

test.each([
  ['does not exist', join(empty, 'nothing')],
  ['is not a file', empty],
  ['is not executable', join(empty, 'text')],
])('LOCAL_SLACK_BIN naming what %s is a problem, not a surprise', (fault, binary) => {
  writeFileSync(join(empty, 'text'), 'text', { mode: 0o644 });

  expect(findLocalSlack({ binary })).toMatchObject({
    problem: 'tryout-unavailable',
    reason: `LOCAL_SLACK_BIN names ${binary}, which ${fault}`,
  });
});
