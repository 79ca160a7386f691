import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { LocalSlackCommand } from './find-local-slack.ts';

export interface LocalSlackProcess {
  port: number;
  stop(): Promise<void>;
}

/** It never came up. `errors` are the last lines it wrote. */
export interface DidNotStart {
  why: 'cannot-run' | 'port-taken' | 'ended' | 'too-slow';
  errors: string;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

const ownOptions = ['--config', 'workspace.json', '--files-dir', 'files', '--base-host', '127.0.0.1'];
const graceMs = 2_000;
const keptCharacters = 20_000;

/** Resolves when the child has printed the address it listens on, or cannot be expected to any more. */
export async function runLocalSlack(
  { command, args }: LocalSlackCommand,
  options: { folder: string; port: number; limitMs: number },
): Promise<LocalSlackProcess | DidNotStart> {
  const isWindows = process.platform === 'win32';
  const child = spawn(command, [...args, ...ownOptions, '--port', String(options.port)], {
    cwd: options.folder,
    stdio: ['pipe', 'pipe', 'pipe'],
    // Its own process group: Ctrl-C reaches only us, so the app can close its socket first, and npx
    // can be ended together with what it started.
    detached: !isWindows,
    // npx is a .cmd there, which Node starts only through a shell.
    shell: isWindows && command === 'npx',
    windowsHide: true,
  });
  const stop = stopper(child);
  const started = await firstWord(child, options.limitMs);
  if ('why' in started) await stop();
  return 'why' in started ? started : { port: started.port, stop };
}

function firstWord(child: Child, limitMs: number): Promise<{ port: number } | DidNotStart> {
  return new Promise((resolve) => {
    let output = '';
    let errors = '';
    const settle = (result: { port: number } | DidNotStart['why']) => {
      clearTimeout(timer);
      resolve(typeof result === 'string' ? { why: result, errors: lastLines(errors) } : result);
    };
    const timer = setTimeout(settle, limitMs, 'too-slow');

    // Both streams are read to the end: a full pipe would block the child.
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output = (output + chunk).slice(-keptCharacters);
      const port = /http:\/\/127\.0\.0\.1:(\d+)\s/.exec(output)?.[1];
      if (port) settle({ port: Number(port) });
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      errors = (errors + chunk).slice(-keptCharacters);
    });
    child.stdin.on('error', () => {}); // EPIPE when the child ended first; 'close' says so, too.
    child.once('error', (error) => {
      errors += error.message;
      settle('cannot-run');
    });
    child.once('close', () => settle(errors.includes('EADDRINUSE') ? 'port-taken' : 'ended'));
  });
}

/**
 * What cannot be done: when our process dies of kill -9, its end closes the child's stdin, at which
 * local-slack-preload.ts ends the child; its temporary folder (demo data only) stays behind.
 */
function stopper(child: Child): () => Promise<void> {
  const atExit = () => kill(child, 'SIGKILL');
  process.once('exit', atExit);
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  return async () => {
    child.stdin.end();
    kill(child, 'SIGTERM');
    const grace = new AbortController();
    await Promise.race([ended, delay(graceMs, undefined, { signal: grace.signal }).catch(() => {})]);
    grace.abort();
    kill(child, 'SIGKILL');
    await ended;
    process.off('exit', atExit);
  };
}

function kill(child: Child, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It ended between the question and the signal.
  }
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-6).join('\n');
}
