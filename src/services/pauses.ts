import type { Timer } from './ports.ts';

/** Waiting that ends early when whoever waits is stopped. */
export class Pauses {
  private readonly timer: Timer;
  private readonly waiting = new Set<() => void>();
  private isOver = false;

  constructor(timer: Timer) {
    this.timer = timer;
  }

  pause(ms: number): Promise<void> {
    if (this.isOver) return Promise.resolve();
    return new Promise((resolve) => {
      const finish = () => {
        callOff();
        this.waiting.delete(finish);
        resolve();
      };
      const callOff = this.timer.after(ms, finish);
      this.waiting.add(finish);
    });
  }

  /** Whoever waits goes on at once, and nobody waits again. */
  end(): void {
    this.isOver = true;
    for (const finish of [...this.waiting]) finish();
  }
}
