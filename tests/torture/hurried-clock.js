/** Real time, `hurry` times as fast: one for all processes that are given the same beginning. */
export class HurriedClock {
  constructor({ began, hurry }) {
    Object.assign(this, { began, hurry });
  }

  /** Milliseconds, for the fake Slack. */
  get ms() {
    return Date.parse('2026-02-02T09:00:00.000Z') + (Date.now() - this.began) * this.hurry;
  }

  /** Goes on as if so much time had passed; for processes that start from now on. */
  skip(ms) {
    this.began -= ms / this.hurry;
  }

  now() {
    return new Date(this.ms).toISOString();
  }

  after(ms, run) {
    const timeout = setTimeout(run, ms / this.hurry);
    return () => clearTimeout(timeout);
  }

  pause(ms) {
    return new Promise((resolve) => this.after(ms, resolve));
  }
}
