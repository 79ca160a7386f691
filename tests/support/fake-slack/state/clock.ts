/** Wall time plus what a test has skipped, so that three seconds or half an hour pass at once. */
export class Clock {
  private skippedMs = 0;

  now(): number {
    return Date.now() + this.skippedMs;
  }

  advance(ms: number): void {
    this.skippedMs += ms;
  }
}
