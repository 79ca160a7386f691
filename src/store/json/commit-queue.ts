import type { Appended } from '../../services/ports.ts';
import type { Pace } from './pace.ts';
import { detailOf, isFull } from './store-problem.ts';

interface Waiting {
  lines: Buffer;
  /** Seq of the last act in `lines`. */
  last: number;
  settle: (appended: Appended) => void;
}

interface CommitQueueOptions {
  pace: Pace;
  /** Seq of the last act on disk. */
  recorded: number;
  /** Has the lines on disk when it resolves, or none of them when it throws. */
  write: (lines: Buffer) => Promise<void>;
}

/** Bounds one write, so that a bulk import does not make everybody wait for one huge fsync. */
const batchBytes = 8 << 20;

/** Lines on their way to the disk. */
interface Writing {
  batch: Waiting[];
  done: Promise<void>;
}

/** Group commit: one write and one fsync for all who wait. Everything that touches the open journal runs in it. */
export class CommitQueue {
  recorded: number;
  /** Seq of the last act taken for writing. */
  accepted: number;
  private readonly write: CommitQueueOptions['write'];
  private readonly pace: Pace;
  private waiting: Waiting[] = [];
  private tasks: (() => Promise<void>)[] = [];
  private running: Promise<void> | undefined;
  private begun: Writing | undefined;

  constructor(options: CommitQueueOptions) {
    this.write = options.write;
    this.pace = options.pace;
    this.recorded = options.recorded;
    this.accepted = options.recorded;
  }

  commit(lines: Buffer, last: number): Promise<Appended> {
    this.accepted = last;
    return new Promise((settle) => {
      this.waiting.push({ lines, last, settle });
      this.start();
    });
  }

  /** Runs between two commits, before any that waits. */
  between<T>(task: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.tasks.push(() => task().then(resolve, reject));
      this.start();
    });
  }

  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  private start(): void {
    this.running ??= this.run();
  }

  private async run(): Promise<void> {
    // The other writers of this turn of the event loop come along in the first batch.
    await Promise.resolve();
    for (;;) {
      const task = this.begun ? undefined : this.tasks.shift();
      const writing = task ? undefined : (this.begun ?? this.begin());
      if (task) await task();
      else if (writing) await this.finish(writing);
      else break;
    }
    this.running = undefined;
  }

  /** Starts the next write, if there is one and no task comes before it. */
  private begin(): Writing | undefined {
    if (this.waiting.length === 0 || this.tasks.length > 0) return undefined;
    const batch = this.nextBatch();
    const [first] = batch;
    const lines = batch.length === 1 && first ? first.lines : Buffer.concat(batch.map((one) => one.lines));
    const done = this.pace.during(this.write(lines));
    this.begun = { batch, done };
    return this.begun;
  }

  private nextBatch(): Waiting[] {
    let bytes = 0;
    const tooMany = this.waiting.findIndex(({ lines }, index) => {
      bytes += lines.length;
      return index > 0 && bytes > batchBytes;
    });
    return this.waiting.splice(0, tooMany === -1 ? this.waiting.length : tooMany);
  }

  private async finish({ batch, done }: Writing): Promise<void> {
    try {
      await done;
    } catch (error) {
      this.begun = undefined;
      this.refuse(batch, error);
      return;
    }
    this.begun = undefined;
    this.recorded = batch.at(-1)?.last ?? this.recorded;
    // The disk goes on first: those who are told have much to do, and would keep it waiting.
    this.begin();
    for (const one of batch) one.settle({ outcome: 'recorded' });
  }

  /** Whoever waits behind the refused acts has counted on them, and is refused with them. */
  private refuse(batch: Waiting[], error: unknown): void {
    const refused = [...batch, ...this.waiting];
    this.waiting = [];
    this.accepted = this.recorded;
    const reason = isFull(error) ? 'disk-full' : 'unwritable';
    for (const one of refused) one.settle({ outcome: 'refused', reason, detail: detailOf(error) });
  }
}
