import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';

/** How long a slice of the snapshot waits for a commit at most, so that a busy newsroom cannot starve it. */
const patienceMs = 5;
/** How long slices may follow one another while nobody commits: whoever comes then waits half of it. */
const burstMs = 0.4;

/** Lets commits go first: a slice of the snapshot is written while the disk is busy with one, not before it. */
export class Pace {
  private committing: Promise<void> | undefined;
  private burstSince = 0;

  /** Tells of a commit under way, until it is over. */
  during(commit: Promise<void>): Promise<void> {
    this.committing = commit;
    return commit.finally(() => {
      this.committing = undefined;
    });
  }

  /** Asked after each slice. */
  async turn(): Promise<void> {
    if (!this.committing && performance.now() - this.burstSince < burstMs) return;
    if (this.committing) await Promise.race([this.committing.catch(() => undefined), delay(patienceMs)]);
    await nextTurn();
    this.burstSince = performance.now();
  }
}
