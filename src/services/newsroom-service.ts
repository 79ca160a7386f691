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

/** What was decided for one who waits: an act, a problem, or neither, when there was nothing to do. */
interface Verdict {
  waiting: Waiting;
  act?: Act;
  answer?: Problem;
}

/** The act as recorded; `changes` is empty when there was nothing to do. */
export interface Recorded {
  seq: number;
  changes: readonly Change[];
}

/** A row that an act wrote: which, not what stands there now. */
export type Touched = Pick<Put, 'table' | 'key'>;

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
  private readonly listeners: ((touched: readonly Touched[]) => void)[] = [];
  private readonly journal: Journal;
  private readonly clock: Clock;

  constructor(journal: Journal, clock: Clock) {
    this.journal = journal;
    this.clock = clock;
  }

  get newsroom(): Newsroom {
    return this.state;
  }

  /** Calls `listen` with the rows of each batch that came on record. It must not throw, and it holds nobody up. */
  onChange(listen: (touched: readonly Touched[]) => void): void {
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
    try {
      while (this.working) await this.working;
    } finally {
      await this.journal.close();
    }
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
    const { verdicts, writes } = this.decideAll(batch);
    const acts = verdicts.flatMap(({ act }) => act ?? []);
    if (acts.length === 0) return this.settle(verdicts);
    let appended: Appended;
    try {
      appended = await this.journal.append(acts);
    } catch (bug) {
      for (const { waiting } of verdicts) waiting.fail(bug);
      return;
    }
    if (appended.outcome === 'conflict') return this.catchUp(verdicts.map(({ waiting }) => waiting));
    if (appended.outcome === 'refused') return this.settle(verdicts, appended.reason);
    // Nothing else wrote meanwhile, so what was tried holds: a thousand deliveries are not planned twice.
    for (const write of writes) put(this.state, write);
    this.state.seq += acts.length;
    this.settle(verdicts);
    for (const listen of this.listeners) listen(writes);
  }

  /**
   * Whoever recorded nothing is told with the others, not before them: what they were told may rest on one of those
   * acts, as with a form that is sent twice or a second editor. If the disk refused those, it refused them, too.
   */
  private settle(verdicts: readonly Verdict[], refused?: 'disk-full' | 'unwritable'): void {
    let restsOnRefused = false;
    for (const { waiting, act, answer } of verdicts) {
      restsOnRefused ||= refused !== undefined && act !== undefined;
      if (refused && restsOnRefused) waiting.settle({ problem: 'not-saved', reason: refused });
      else if (act) waiting.settle({ seq: act.seq, changes: act.changes });
      else waiting.settle(answer ?? { seq: this.state.seq, changes: [] });
    }
  }

  /** Another process was first: its acts are taken in, then everyone decides again. */
  private async catchUp(waiting: readonly Waiting[]): Promise<void> {
    try {
      const acts = await this.journal.since(this.state.seq);
      const touched = acts.flatMap((act) => applyAct(this.state, act));
      for (const listen of this.listeners) listen(touched);
    } catch (bug) {
      for (const one of waiting) one.fail(bug);
      return;
    }
    return this.takeTogether(waiting);
  }

  /**
   * Runs in one go and leaves all as it was, so nobody ever reads a newsroom that the disk does not have. `writes`
   * are what the acts come to.
   */
  private decideAll(batch: readonly Waiting[]): { verdicts: Verdict[]; writes: Put[] } {
    const at = this.clock.now();
    const before = this.state.seq;
    const verdicts: Verdict[] = [];
    const undo: Put[][] = [];
    for (const waiting of batch) {
      try {
        const changes = waiting.decide(this.state, at);
        if (isProblem(changes)) verdicts.push({ waiting, answer: changes });
        else if (changes.length === 0) verdicts.push({ waiting });
        else {
          const act = { seq: this.state.seq + 1, at, by: waiting.by, changes };
          undo.push(applyAct(this.state, act));
          verdicts.push({ waiting, act });
        }
      } catch (bug) {
        waiting.fail(bug);
      }
    }
    // What undoes the undoing does the act.
    const writes = undo.reverse().flatMap((puts) => puts.map((write) => put(this.state, write)));
    this.state.seq = before;
    return { verdicts, writes: writes.reverse() };
  }
}
