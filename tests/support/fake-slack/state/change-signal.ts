type Probe<T> = () => T | undefined | null | false;

/** Counts what changed in the workspace and wakes those who wait for it, so that no test has to sleep. */
export class ChangeSignal {
  private count = 0;
  private readonly listeners = new Set<() => void>();

  get revision(): number {
    return this.count;
  }

  /** Answers the revision at which the change happened. */
  raise(): number {
    this.count += 1;
    // A copy: a listener that is satisfied takes itself out of the set.
    for (const listener of [...this.listeners]) listener();
    return this.count;
  }

  /** The probe's first true answer; rejects with `what` after the time-out. */
  async until<T>(probe: Probe<T>, { what, timeoutMs }: { what: string; timeoutMs: number }): Promise<T> {
    const already = probe();
    if (already) return already;
    return await new Promise<T>((resolve, reject) => {
      const look = (): void => {
        try {
          const found = probe();
          if (found) settle(() => resolve(found));
        } catch (error) {
          settle(() => reject(error));
        }
      };
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        this.listeners.delete(look);
        finish();
      };
      const timer = setTimeout(() => {
        settle(() => reject(new Error(`Waited ${timeoutMs} ms in vain for ${what}`)));
      }, timeoutMs);
      this.listeners.add(look);
    });
  }
}
