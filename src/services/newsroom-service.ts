import { applyAct } from '../domain/apply.ts';
import type { Act, Change } from '../domain/change.ts';
import { createNewsroom, type Newsroom, type Put, put } from '../domain/newsroom.ts';
import { isProblem, type Problem } from '../domain/problem.ts';
import { newsroomFrom, type Snapshot, takeSnapshot } from '../domain/snapshot.ts';
import type { Appended, Clock, Journal } from './ports.ts';

/** Reads the newsroom and says what is to change, or why not. Pure: it may be asked again. */
export type Decide<Refusal extends Problem = Problem> = (
  newsroom: Newsroom,
  now: string,
) => Change[] | Refusal;

interface Waiting {
  by: string;
  decide: Decide;
  settle: (outcome: Recorded | Problem) => void;
  fail: (bug: unknown) => void;
}

/** The act as recorded; `changes` is empty when there was nothing to do. */
export interface Recorded {
  seq: number;
  changes: readonly Change[];
}

/** The most acts written together; more wait for the next write. */
const mostTogether = 256;

/**
 * Decide, record, apply. Decisions that wait while the disk is busy are taken together: each sees what the
 * ones before it would change, all are undone, and memory follows only when the journal has them on disk.
 */
export class NewsroomService {
  private state: Newsroom = createNewsroom();
  private readonly waiting: Waiting[] = [];
  private working: Promise<void> | undefined;
  private readonly listeners: (() => void)[] = [];
  private readonly journal: Journal;
  private readonly clock: Clock;

  constructor(journal: Journal, clock: Clock) {
    this.journal = journal;
    this.clock = clock;
  }

  get newsroom(): Newsroom {
    return this.state;
  }

  /** Calls `listen` after each batch that was recorded. It must not throw, and it holds nobody up. */
  onChange(listen: () => void): void {
    this.listeners.push(listen);
  }

  /** Brings back what was recorded. Returns what the journal had to mend, for the log. */
  async load(): Promise<string[]> {
    const { snapshot, acts, repairs } = await this.journal.load();
    if (snapshot) this.state = newsroomFrom(snapshot);
    for (const act of acts) applyAct(this.state, act);
    return repairs;
  }

  snapshot(): Snapshot {
    return takeSnapshot(this.state);
  }

  /** Resolves when what was decided is on disk and in memory, or with why it was not. */
  record(by: string, decide: Decide): Promise<Recorded | Problem> {
    return new Promise((settle, fail) => {
      this.waiting.push({ by, decide, settle, fail });
      this.working ??= this.work();
    });
  }

  /** Waits for everything that was handed in, then lets the journal go. */
  async close(): Promise<void> {
    while (this.working) await this.working;
    await this.journal.close();
  }

  private async work(): Promise<void> {
    // A turn of the event loop first, so that those who ask in the same moment share one write.
    await new Promise((resolve) => setImmediate(resolve));
    try {
      while (this.waiting.length > 0) await this.takeTogether(this.waiting.splice(0, mostTogether));
    } finally {
      this.working = undefined;
    }
  }

  private async takeTogether(batch: readonly Waiting[]): Promise<void> {
    const { decided, idle } = this.decideAll(batch);
    if (decided.length === 0) return this.settleIdle(idle);
    const acts = decided.map(({ act }) => act);
    const all = [...decided.map(({ waiting }) => waiting), ...idle];
    let appended: Appended;
    try {
      appended = await this.journal.append(acts);
    } catch (bug) {
      for (const waiting of all) waiting.fail(bug);
      return;
    }
    if (appended.outcome === 'conflict') return this.catchUp(all);
    if (appended.outcome === 'refused') {
      const { reason } = appended;
      for (const waiting of all) waiting.settle({ problem: 'not-saved', reason });
      return;
    }
    for (const act of acts) applyAct(this.state, act);
    for (const { act, waiting } of decided) waiting.settle({ seq: act.seq, changes: act.changes });
    this.settleIdle(idle);
    for (const listen of this.listeners) listen();
  }

  private settleIdle(idle: readonly Waiting[]): void {
    for (const waiting of idle) waiting.settle({ seq: this.state.seq, changes: [] });
  }

  /** Another process was first: its acts are taken in, then everyone decides again. */
  private async catchUp(waiting: readonly Waiting[]): Promise<void> {
    try {
      for (const act of await this.journal.since(this.state.seq)) applyAct(this.state, act);
    } catch (bug) {
      for (const one of waiting) one.fail(bug);
      return;
    }
    return this.takeTogether(waiting);
  }

  /**
   * Runs in one go, so nobody ever reads a newsroom that the disk does not have. Whoever had nothing to do waits
   * for the others: it may be done because of one of them, as with a form that is sent twice.
   */
  private decideAll(batch: readonly Waiting[]): {
    decided: { act: Act; waiting: Waiting }[];
    idle: Waiting[];
  } {
    const at = this.clock.now();
    const before = this.state.seq;
    const decided: { act: Act; waiting: Waiting }[] = [];
    const idle: Waiting[] = [];
    const undo: Put[][] = [];
    for (const waiting of batch) {
      try {
        const changes = waiting.decide(this.state, at);
        if (isProblem(changes)) waiting.settle(changes);
        else if (changes.length === 0) idle.push(waiting);
        else {
          const act = { seq: this.state.seq + 1, at, by: waiting.by, changes };
          undo.push(applyAct(this.state, act));
          decided.push({ act, waiting });
        }
      } catch (bug) {
        waiting.fail(bug);
      }
    }
    for (const writes of undo.reverse()) for (const write of writes) put(this.state, write);
    this.state.seq = before;
    return { decided, idle };
  }
}
