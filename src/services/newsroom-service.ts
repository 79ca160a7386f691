import { applyAct } from '../domain/apply.ts';
import type { Act } from '../domain/change.ts';
import { createNewsroom, type Newsroom, type Put, put } from '../domain/newsroom.ts';
import type { Problem } from '../domain/problem.ts';
import { newsroomFrom, type Snapshot, takeSnapshot } from '../domain/snapshot.ts';
import { type Decide, type Decided, decideTogether, type Recorded, type Waiting } from './decide-together.ts';
import type { Appended, Clock, Journal } from './ports.ts';

/** What became of acts that were handed to the journal; `broken` is a bug of it. */
type Fate = Appended | { outcome: 'broken'; bug: unknown };

/** What was decided, until it is known whether the disk has it. */
interface Flight extends Decided {
  landed: Promise<Fate>;
}

/** A row that an act wrote: which, not what stands there now. */
export type Touched = Pick<Put, 'table' | 'key'>;

/** The most acts written together; more wait for the next write. */
const mostTogether = 256;
/** So many decisions take about as long as an fsync: from here on they are worked out while the disk is busy. */
const crowd = 16;
const recorded = { outcome: 'recorded' } as const;

/**
 * Decide, record, apply. Decisions that wait while the disk is busy are taken together: each sees what the
 * ones before it would change, all are undone, and memory follows only when the journal has them on disk.
 */
export class NewsroomService {
  private state: Newsroom = createNewsroom();
  private readonly waiting: Waiting[] = [];
  /** In the order in which they were handed to the journal: one at the disk, at most one behind it. */
  private readonly flights: Flight[] = [];
  private isGathering = false;
  /** The journal did not take acts: what was decided on top of them comes back, too, before anything else goes. */
  private isTurnedBack = false;
  private overtaken: Waiting[] = [];
  private readonly onQuiet: (() => void)[] = [];
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
      this.gather();
    });
  }

  /** Waits for everything that was handed in, then lets the journal go. */
  async close(): Promise<void> {
    if (!this.isQuiet) await new Promise<void>((resolve) => this.onQuiet.push(resolve));
    await this.journal.close();
  }

  private get isQuiet(): boolean {
    return this.waiting.length === 0 && this.flights.length === 0 && !this.isTurnedBack;
  }

  /** How many of those who wait are decided for now. */
  private get due(): number {
    const { length } = this.waiting;
    const [first, second] = this.flights;
    if (this.isTurnedBack || second) return 0;
    if (first) return length < crowd ? 0 : Math.min(length, mostTogether);
    // Half of many go ahead, and the others are decided for while the disk has those.
    return Math.min(length < 2 * crowd ? length : Math.ceil(length / 2), mostTogether);
  }

  private gather(): void {
    if (this.isGathering || this.due === 0) return;
    this.isGathering = true;
    const send = () => {
      this.isGathering = false;
      this.send(this.waiting.splice(0, this.due));
    };
    // A turn of the event loop first, so that those who ask in the same moment share one write. One more when acts
    // are on their way: in it the journal goes on from its write to its fsync, or the disk would wait for us.
    setImmediate(this.flights.length === 0 ? send : () => setImmediate(send));
  }

  private send(batch: readonly Waiting[]): void {
    if (batch.length === 0) return;
    const decided = decideTogether(this.state, batch, { at: this.clock.now(), ahead: this.flights });
    this.flights.push({ ...decided, landed: this.land(decided, this.flights.at(-1)?.landed) });
    this.gather();
  }

  private async append(acts: readonly Act[]): Promise<Fate> {
    try {
      return acts.length === 0 ? recorded : await this.journal.append(acts);
    } catch (bug) {
      return { outcome: 'broken', bug };
    }
  }

  /** What was decided on top of acts that the journal did not take has their fate. */
  private async land(decided: Decided, ahead: Promise<Fate> | undefined): Promise<Fate> {
    const own = await this.append(decided.acts);
    const before = ahead ? await ahead : recorded;
    const fate = before.outcome === 'recorded' ? own : before;
    this.flights.shift();
    if (fate.outcome === 'recorded') this.apply(decided);
    else this.turnBack(decided, fate, { restsOnRefused: before.outcome !== 'recorded' });
    if (this.isTurnedBack && this.flights.length === 0) await this.catchUp();
    this.gather();
    if (this.isQuiet) for (const resolve of this.onQuiet.splice(0)) resolve();
    return fate;
  }

  private apply({ verdicts, acts, writes }: Decided): void {
    // Nothing else wrote meanwhile, so what was tried holds: a thousand deliveries are not planned twice.
    for (const write of writes) put(this.state, write);
    this.state.seq += acts.length;
    for (const { waiting, act, answer } of verdicts) {
      if (act) waiting.settle({ seq: act.seq, changes: act.changes });
      else waiting.settle(answer ?? { seq: this.state.seq, changes: [] });
    }
    if (writes.length > 0) for (const listen of this.listeners) listen(writes);
  }

  /**
   * Whoever recorded nothing is told with the others, not before them: what they were told may rest on one of those
   * acts, as with a form that is sent twice or a second editor. If the disk refused those, it refused them, too.
   */
  private turnBack(
    { verdicts }: Decided,
    fate: Exclude<Fate, { outcome: 'recorded' }>,
    { restsOnRefused }: { restsOnRefused: boolean },
  ): void {
    this.isTurnedBack = true;
    let isRefused = restsOnRefused;
    for (const { waiting, act, answer } of verdicts) {
      isRefused ||= act !== undefined;
      if (fate.outcome === 'conflict') this.overtaken.push(waiting);
      else if (fate.outcome === 'broken') waiting.fail(fate.bug);
      else if (isRefused) waiting.settle({ problem: 'not-saved', reason: fate.reason });
      else waiting.settle(answer ?? { seq: this.state.seq, changes: [] });
    }
  }

  /** Another process was first: its acts are taken in, then everyone decides again. */
  private async catchUp(): Promise<void> {
    const again = this.overtaken;
    this.overtaken = [];
    if (again.length > 0) {
      try {
        const acts = await this.journal.since(this.state.seq);
        const touched = acts.flatMap((act) => applyAct(this.state, act));
        for (const listen of this.listeners) listen(touched);
        this.waiting.unshift(...again);
      } catch (bug) {
        for (const one of again) one.fail(bug);
      }
    }
    this.isTurnedBack = false;
  }
}
