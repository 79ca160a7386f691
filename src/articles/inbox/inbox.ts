import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { lstat, mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import type { Logger } from 'pino';
import { plainText } from '../../domain/pages/plain-text.ts';
import { problemPage } from '../../domain/pages/problems/problem-page.ts';
import { isProblem, type Problem } from '../../domain/problem.ts';
import type { ArticleDesk, InputReader, Timer } from '../../services/ports.ts';
import { readFileWithin } from '../read-file.ts';
import { codeOf } from './code-of.ts';
import { putAside } from './put-aside.ts';

interface Parts {
  dir: string;
  reader: InputReader;
  desk: ArticleDesk;
  timer: Timer;
  log: Logger;
  /** How long a file has to stay as it is before it counts as written. */
  settleMs?: number;
}

/** Names that programs give to what is not finished. */
const unfinished = /^\.|~$|\.(?:tmp|part|partial|crdownload|swp)$/i;
const sweepMs = 60_000;
/** A program that copies over a network may pause for longer than it takes to write a page. */
const usualSettleMs = 2000;

/**
 * The folder that articles are put into. Each file goes to the editors' queue and then to `done/`, or to `rejected/`
 * with the reason beside it. A crash between the two makes no second draft: the desk knows the article again.
 */
export class Inbox {
  private readonly parts: Required<Parts>;
  private readonly done: string;
  private readonly rejected: string;
  private readonly waiting = new Set<string>();
  private swept: ReadonlyMap<string, Stats> = new Map();
  private callOff: () => void = () => {};
  private watcher: FSWatcher | undefined;
  private work: Promise<void> = Promise.resolve();
  private isRunning = false;
  private isToldOfNames = false;

  constructor(parts: Parts) {
    this.parts = { settleMs: usualSettleMs, ...parts };
    this.done = join(parts.dir, 'done');
    this.rejected = join(parts.dir, 'rejected');
  }

  /** Resolves when the folder is watched; what lies in it is taken from then on, too. */
  async start(): Promise<void> {
    const { dir, settleMs, log } = this.parts;
    for (const folder of [this.done, this.rejected]) await mkdir(folder, { recursive: true });
    this.isRunning = true;
    const watcher = watch(dir, {
      depth: 0,
      followSymlinks: false,
      // What lies there before the watch is ready would be told at once, though somebody may be writing it.
      ignoreInitial: true,
      atomic: false,
      ignored: (path) => path !== dir && this.isIgnored(path),
      awaitWriteFinish: { stabilityThreshold: settleMs, pollInterval: Math.ceil(settleMs / 5) },
    });
    this.watcher = watcher;
    watcher.on('add', (path) => this.queue(path));
    watcher.on('change', (path) => this.queue(path));
    watcher.on('error', (error) => log.error({ err: error }, 'the inbox is not watched as it should be'));
    await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
    await this.sweep(settleMs);
  }

  /** Waits for the file that is being handled. */
  async stop(): Promise<void> {
    this.isRunning = false;
    this.callOff();
    await this.watcher?.close();
    await this.work;
  }

  private isIgnored(path: string): boolean {
    return path === this.done || path === this.rejected || unfinished.test(basename(path));
  }

  private queue(path: string): void {
    if (!this.isRunning || this.waiting.has(path)) return;
    this.waiting.add(path);
    this.work = this.work.then(async () => {
      this.waiting.delete(path);
      if (this.isRunning) await this.handle(path);
    });
  }

  private async handle(path: string): Promise<void> {
    const { log } = this.parts;
    try {
      const before = await lstat(path);
      if (before.isDirectory()) return;
      const refused = before.isSymbolicLink()
        ? ({ problem: 'input-symlink', name: basename(path) } as const)
        : await this.take(path);
      // It stays, and the sweep comes back to it.
      if (refused?.problem === 'not-saved') return;
      // Somebody wrote another article over it meanwhile: that one has not been read.
      if (!isSame(before, await lstat(path))) return this.queue(path);
      if (!refused) return void (await putAside(path, this.done));
      log.info({ problem: refused.problem }, 'a file in the inbox made no draft');
      await putAside(path, this.rejected, plainText(problemPage(refused)));
    } catch (bug) {
      if (!this.isRunning || (await isGone(path))) return;
      log.error(loggable(bug), 'a file in the inbox was not handled; it is tried again');
    }
  }

  private async take(path: string): Promise<Problem | undefined> {
    const { reader, desk } = this.parts;
    const name = basename(path);
    const bytes = await readFileWithin(path);
    if (isProblem(bytes)) return { ...bytes, name } as Problem;
    const article = await reader.readInput(bytes, { name });
    if (isProblem(article)) return article;
    const key = `inbox:${createHash('sha256').update(bytes).digest('hex')}`;
    const taken = await desk.take(article, { via: 'inbox', key });
    return isProblem(taken) ? taken : undefined;
  }

  /** For what the system does not tell of, and for what could not be handled: each minute all that stayed as it is. */
  private async sweep(nextMs = sweepMs): Promise<void> {
    const { dir, timer, log } = this.parts;
    const found = new Map<string, Stats>();
    try {
      for (const name of await readdir(dir)) {
        const path = join(dir, name);
        if (this.isIgnored(path)) continue;
        const stat = await statOf(path);
        if (!stat) {
          this.tellOfName(name);
          continue;
        }
        const before = this.swept.get(path);
        if (before && isSame(before, stat)) this.queue(path);
        found.set(path, stat);
      }
    } catch (error) {
      log.error(loggable(error), 'the inbox cannot be listed');
    }
    this.swept = found;
    if (this.isRunning) this.callOff = timer.after(nextMs, () => void this.sweep());
  }

  /** A name that is no UTF-8 comes to us as another one, under which there is nothing. */
  private tellOfName(name: string): void {
    if (this.isToldOfNames || !name.includes('\ufffd')) return;
    this.isToldOfNames = true;
    this.parts.log.warn('a file in the inbox has a name that is no UTF-8, and is not taken: rename it');
  }
}

/** Undefined for what is not there, or not any more. */
const statOf = (path: string): Promise<Stats | undefined> =>
  lstat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });

/** The system's own errors name the file, as whoever sent it called it. */
function loggable(error: unknown): object {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return code === undefined ? { err: error } : { code, syscall };
}

const isGone = async (path: string): Promise<boolean> =>
  (await statOf(path).catch(() => 'there')) === undefined;

const isSame = (one: Stats, other: Stats): boolean =>
  one.ino === other.ino && one.size === other.size && one.mtimeMs === other.mtimeMs;
