import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findLocalSlack, type LocalSlackCommand } from '../../src/local/find-local-slack.ts';
import { type LocalSlack, startLocalSlack } from '../../src/local/start-local-slack.ts';

const scratch = mkdtempSync(join(tmpdir(), 'slugline-start-'));
const parentFolder = join(scratch, 'parent');
mkdirSync(parentFolder);
const running: LocalSlack[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((slack) => slack.stop()));
});
afterAll(() => rmSync(scratch, { recursive: true }));

test('it answers, on loopback only, and knows who is a guest', async () => {
  const said: string[] = [];

  const slack = await starts({ say: (line) => said.push(line) });

  expect(await ask(slack, 'auth.test')).toMatchObject({ ok: true, team: 'Slugline Daily' });
  expect(await ask(slack, 'users.info?user=U0GIL')).toMatchObject({ user: { is_restricted: true } });
  expect(await ask(slack, 'users.info?user=U0ED')).toMatchObject({ user: { is_restricted: false } });
  expect(said).toEqual([]);
});

test('two at once have different ports', async () => {
  const [one, other] = await Promise.all([starts(), starts()]);

  expect(one.pageUrl).not.toBe(other.pageUrl);
  expect(await ask(one, 'auth.test')).toMatchObject({ ok: true });
  expect(await ask(other, 'auth.test')).toMatchObject({ ok: true });
});

test('a taken port is passed over for the next one', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const taken = (server.address() as { port: number }).port;

  const slack = await starts({ port: taken });
  server.close();

  expect(Number(new URL(slack.pageUrl).port)).not.toBe(taken);
  expect(await ask(slack, 'auth.test')).toMatchObject({ ok: true });
});

test('stopping leaves no process and no folder behind, however often', async () => {
  const slack = await starts();
  expect(folders()).toHaveLength(1);

  await slack.stop();
  await slack.stop();

  await expect(fetch(slack.pageUrl)).rejects.toThrow();
  expect(folders()).toEqual([]);
});

test('it ends when we are killed without a chance to stop it', async () => {
  const folder = mkdtempSync(join(scratch, 'killed-'));
  const workspace = { users: [], channels: [] };
  writeFileSync(join(folder, 'workspace.json'), JSON.stringify(workspace));
  const preload = join(process.cwd(), 'src/local/local-slack-preload.ts');
  writeFileSync(join(folder, 'bunfig.toml'), `preload = [${JSON.stringify(preload)}]`);
  const args = ['--config', 'workspace.json', '--port', '0'];
  const child = spawn(localSlack().command, args, { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));

  // All that a kill -9 of ours does: the kernel closes our end of the pipe.
  child.stdin.destroy();

  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
});

test.each([
  ['ends at once', 'echo "no such glibc" >&2; exit 1', /ended as soon as it was started:\nno such glibc/],
  ['never answers', 'sleep 60', /did not answer within 0.5 seconds/],
])('a binary that %s is told with the reason', async (_what, script, reason) => {
  const answer = await startLocalSlack({
    command: fakeLocalSlack(`#!/bin/sh\n${script}\n`),
    say: () => {},
    parentFolder,
    limitMs: 500,
  });

  expect(answer).toMatchObject({ problem: 'tryout-unavailable', reason: expect.stringMatching(reason) });
  expect(folders()).toEqual([]);
});

test('one that ignores our preload and listens to the whole network is announced', async () => {
  const command = fakeLocalSlack(`#!${process.execPath}
    const server = require('node:http').createServer().listen(0, '0.0.0.0', () =>
      console.log('Web UI: http://127.0.0.1:' + server.address().port));`);
  const said: string[] = [];

  await starts({ command, say: (line) => said.push(line) });

  const isOnNetwork = Object.values(networkInterfaces()).some((found) =>
    found?.some(({ internal, family }) => !internal && family === 'IPv4'),
  );
  expect(said).toEqual(isOnNetwork ? [expect.stringContaining('no authentication')] : []);
});

test('a command that is not there is told', async () => {
  const command = { command: join(scratch, 'npx'), args: [], mayDownload: true };
  const said: string[] = [];

  const answer = await startLocalSlack({ command, parentFolder, say: (line) => said.push(line) });

  expect(answer).toMatchObject({ reason: expect.stringContaining('cannot be run') });
  expect(said).toEqual([expect.stringContaining('downloaded')]);
});

async function starts(
  options: { command?: LocalSlackCommand; port?: number; say?: (line: string) => void } = {},
): Promise<LocalSlack> {
  const slack = await startLocalSlack({ command: localSlack(), parentFolder, say: () => {}, ...options });
  if ('problem' in slack) throw new Error(slack.reason);
  running.push(slack);
  return slack;
}

function fakeLocalSlack(script: string): LocalSlackCommand {
  const command = join(scratch, 'fake-local-slack');
  writeFileSync(command, script);
  chmodSync(command, 0o755);
  return { command, args: [], mayDownload: false };
}

function localSlack(): LocalSlackCommand {
  const found = findLocalSlack();
  if ('problem' in found) throw new Error(found.reason);
  return found;
}

async function ask(slack: LocalSlack, method: string): Promise<unknown> {
  return (await fetch(slack.apiUrl + method)).json();
}

function folders(): string[] {
  return readdirSync(parentFolder);
}
