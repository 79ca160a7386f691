import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';

/**
 * main.js as `npm start` builds it. One folder for each state of the sources, put in place in one step, so
 * that test files which run beside each other neither wait nor meet a half-written build.
 */
export function builtMain(): string {
  built ??= build();
  return built;
}

let built: string | undefined;

function build(): string {
  const builds = resolve('node_modules/.cache/slugline-tests');
  const folder = join(builds, fingerprint());
  placeSampleBeside(builds);
  if (!existsSync(folder)) {
    forgetOldBuilds(builds);
    const unfinished = `${folder}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    const options = ['--outDir', unfinished, '--incremental', 'false', '--tsBuildInfoFile', 'null'];
    const { stdout } = spawnSync('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json', ...options]);
    // A type error does not keep it from being built; npm run typecheck is there to tell of it.
    if (!existsSync(join(unfinished, 'main.js'))) throw new Error(`not built:\n${stdout}`);
    writeFileSync(join(unfinished, 'package.json'), '{"type":"module"}');
    try {
      renameSync(unfinished, folder);
    } catch {
      // Another worker was first, with the same sources.
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return join(folder, 'main.js');
}

/** The app looks for the sample in `../data` of its own folder. */
function placeSampleBeside(builds: string): void {
  mkdirSync(builds, { recursive: true });
  try {
    symlinkSync(resolve('data'), join(builds, 'data'));
  } catch {
    // It is there already.
  }
}

function forgetOldBuilds(builds: string): void {
  const hourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(builds).filter((entry) => entry !== 'data')) {
    const build = join(builds, name);
    // Another worker may have removed it first.
    const { mtimeMs = hourAgo } = statSync(build, { throwIfNoEntry: false }) ?? {};
    if (mtimeMs < hourAgo) rmSync(build, { recursive: true, force: true });
  }
}

function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync('tsconfig.json'));
  for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.ts')) hash.update(file).update(readFileSync(join('src', file)));
  }
  return hash.digest('hex').slice(0, 16);
}

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Since the process was asked to stop, or since its start. */
  afterMs: number;
}

type Environment = Record<string, string | undefined>;

interface RunAs {
  /** Where root runs the tests: with no more rights to files than their owner, whom the kernel otherwise never refuses. */
  isPlainUser?: boolean;
}

const withoutPrivileges = ['setpriv', '--bounding-set', '-dac_override,-dac_read_search,-fowner,-chown'];

/** `node main.js …` with this environment and nothing of ours. */
export class SluglineProcess {
  stdout = '';
  stderr = '';
  readonly pid: number;
  readonly ended: Promise<Ended>;
  private since = performance.now();
  private readonly child: ChildProcessByStdio<null, Readable, Readable>;
  private readonly onOutput = new Set<() => void>();

  constructor(words: readonly string[], environment: Environment, cwd = process.cwd(), as: RunAs = {}) {
    const { PATH, HOME } = process.env;
    const node = [process.execPath, builtMain(), ...words];
    const [program = '', ...rest] = as.isPlainUser ? [...withoutPrivileges, ...node] : node;
    this.child = spawn(program, rest, {
      cwd,
      env: { PATH, HOME, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(this);
    this.pid = this.child.pid ?? 0;
    this.child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text;
      this.tell();
    });
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
      this.tell();
    });
    this.ended = new Promise((settle) => {
      this.child.once('close', (code, signal) => {
        running.delete(this);
        settle({ code, signal, afterMs: performance.now() - this.since });
        this.tell();
      });
    });
  }

  get output(): string {
    return this.stdout + this.stderr;
  }

  /** Waits for it in the output; fails at once when the process ends without it. */
  async says(wanted: string | RegExp, timeoutMs = 10_000): Promise<string> {
    const has = () => (typeof wanted === 'string' ? this.output.includes(wanted) : wanted.test(this.output));
    await new Promise<void>((settle, fail) => {
      const look = () => {
        const isOver = this.child.exitCode !== null || this.child.signalCode !== null;
        if (!has() && !isOver) return;
        finish(has() ? undefined : new Error(`it ended without saying ${wanted}:\n${this.output}`));
      };
      const late = () => finish(new Error(`${timeoutMs} ms without ${wanted}:\n${this.output}`));
      const timer = setTimeout(late, timeoutMs);
      const finish = (error?: Error) => {
        clearTimeout(timer);
        this.onOutput.delete(look);
        if (error) fail(error);
        else settle();
      };
      this.onOutput.add(look);
      look();
    });
    return this.output;
  }

  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    this.since = performance.now();
    this.child.kill(signal);
    return this.ended;
  }

  private tell(): void {
    for (const look of [...this.onOutput]) look();
  }
}

const running = new Set<SluglineProcess>();

/** For `afterEach`: a test that failed half-way leaves no process behind. */
export async function killLeftOvers(): Promise<void> {
  await Promise.all([...running].map((left) => left.stop('SIGKILL')));
}

/** Runs a command to its end. */
export async function runSlugline(
  words: readonly string[],
  environment: Environment = {},
  cwd?: string,
  as?: RunAs,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const slugline = new SluglineProcess(words, environment, cwd, as);
  const { code } = await slugline.ended;
  return { code, stdout: slugline.stdout, stderr: slugline.stderr };
}
