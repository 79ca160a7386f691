/** The servers that are compared, each in a process of its own. */
import { fork } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { scratchFolder } from '../scratch.js';
import { signingSecret } from './load.js';

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Starts a script of this folder; it says when it listens, and answers what it is told. */
export async function startServer(script, { apiUrl, ...settings }) {
  const port = await freePort();
  const env = {
    ...{ PATH: process.env.PATH, NODE_ENV: 'production', LOG_LEVEL: 'error', PORT: String(port) },
    ...{ SLACK_BOT_TOKEN: 'xoxb-bench', SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: apiUrl },
    ...settings,
  };
  const child = fork(new URL(script, import.meta.url), {
    env,
    execArgv: process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [],
  });
  const said = () =>
    new Promise((resolve, reject) => {
      const onExit = (code) => reject(new Error(`${script} ended with ${code}`));
      child.once('exit', onExit).once('message', (message) => {
        child.off('exit', onExit);
        resolve(message);
      });
    });
  await said();
  return {
    port,
    pid: child.pid,
    ask: (message) => {
      const answer = said();
      child.send(message);
      return answer;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve).kill('SIGTERM');
      }),
  };
}

/** A copy of a store's folder: every server owns its own. */
export function copyOf(folder) {
  const copy = join(scratchFolder(), 'data');
  mkdirSync(copy);
  cpSync(folder, copy, { recursive: true });
  return copy;
}
