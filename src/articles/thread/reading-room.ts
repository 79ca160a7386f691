import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Problem } from '../../domain/problem.ts';
import type { Answer, Answers, Job } from './read-job.ts';

interface Limits {
  timeLimitMs?: number;
  memoryMb?: number;
  /** For tests: another file to run in the thread. */
  file?: URL;
}

// The same name in the build and beside the source.
const threadFile = new URL(`./reading-thread${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

/**
 * Strangers' markup is read in a thread of its own, one at a time: whatever it makes of its parser, Slugline goes on
 * answering, and the thread is ended when its time or its memory is. It gets no environment, so no tokens.
 */
export class ReadingRoom {
  private readonly limits: Required<Limits>;
  private last: Promise<unknown> = Promise.resolve();
  private worker: Worker | undefined;
  private isClosed = false;

  constructor({ timeLimitMs = 15_000, memoryMb = 512, file = threadFile }: Limits = {}) {
    this.limits = { timeLimitMs, memoryMb, file };
  }

  read<J extends Job>(job: J): Promise<Answers[J['read']] | Problem> {
    const reading = this.last.then(() => this.run(job));
    this.last = reading.catch(() => undefined);
    return reading as Promise<Answers[J['read']] | Problem>;
  }

  /** Whatever is being read is broken off, and rejects. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.worker?.terminate();
  }

  private async run(job: Job): Promise<Answer> {
    if (this.isClosed) throw new Error('the reading room is closed');
    const { file, memoryMb, timeLimitMs } = this.limits;
    const worker = new Worker(file, {
      workerData: job,
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    this.worker = worker;
    let clock: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Answer>((resolve, reject) => {
        clock = setTimeout(() => resolve({ problem: 'input-unsafe', why: 'slow' }), timeLimitMs);
        worker.once('message', resolve);
        worker.once('error', (error: Error & { code?: string }) => {
          if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ problem: 'input-unsafe', why: 'memory' });
          else reject(error);
        });
        worker.once('exit', (code) => reject(new Error(`the reading thread ended by itself (${code})`)));
      });
    } finally {
      clearTimeout(clock);
      await worker.terminate();
    }
  }
}
