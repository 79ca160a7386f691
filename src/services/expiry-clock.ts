import { liftDue, nextLift } from '../domain/editing/entries/lift-due.ts';
import { nextPauseEnd, pausesEnded } from '../domain/following/ended-pauses.ts';
import { msBetween } from '../domain/language/dates.ts';
import { isProblem, type Problem } from '../domain/problem.ts';
import type { NewsroomService } from './newsroom-service.ts';
import type { Clock, Timer } from './ports.ts';

/** Who lifts an embargo or ends a pause by the clock, as journals have named them since there were embargoes only. */
export const expiryClockName = 'embargo-clock';

// Node counts a timer in 31 bits: one of 25 days would go off at once. An hour also notices a clock that was set anew.
const longestWaitMs = 3_600_000;
const tryAgainMs = 30_000;

interface Parts {
  newsroom: NewsroomService;
  clock: Clock;
  timer: Timer;
  /** Told of an end that could not be recorded; it is tried again. */
  onRefused: (problem: Problem | unknown) => void;
}

/**
 * Records that an embargo or a pause has ended when its minute comes, once; at the start, also of those that ended
 * meanwhile.
 * Readers see the entry from that minute on, recorded or not: this is for the record and for what follows from it.
 */
export class ExpiryClock {
  private readonly parts: Parts;
  private isRunning = false;
  private ending: Promise<void> | undefined;
  private callOff: () => void = () => {};

  constructor(parts: Parts) {
    this.parts = parts;
  }

  start(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    // Any change may add an embargo or a pause, move one or end one.
    this.parts.newsroom.onChange(() => this.arm());
    this.arm();
  }

  /** Waits for what is being recorded. */
  async stop(): Promise<void> {
    this.isRunning = false;
    this.callOff();
    await this.ending;
  }

  private arm(): void {
    if (!this.isRunning || this.ending) return;
    const { newsroom, clock } = this.parts;
    const ends = [nextLift(newsroom.newsroom), nextPauseEnd(newsroom.newsroom)];
    const [next] = ends.filter((end) => end !== undefined).toSorted();
    this.callOff();
    if (next !== undefined) this.wakeIn(Math.min(msBetween(clock.now(), next), longestWaitMs));
  }

  private wakeIn(ms: number): void {
    this.callOff = this.parts.timer.after(Math.max(0, ms), () => {
      this.ending = this.endWhatIsDue();
    });
  }

  private async endWhatIsDue(): Promise<void> {
    const { newsroom, onRefused } = this.parts;
    let refused = false;
    try {
      const recorded = await newsroom.record(expiryClockName, (state, now) => [
        ...liftDue(state, now),
        ...pausesEnded(state, now),
      ]);
      refused = isProblem(recorded);
      if (refused) onRefused(recorded);
    } catch (bug) {
      refused = true;
      onRefused(bug);
    }
    this.ending = undefined;
    if (!refused) this.arm();
    else if (this.isRunning) this.wakeIn(tryAgainMs);
  }
}
