/** Counts what is being answered, so that a stop can wait for it. */
export class InFlight {
  private count = 0;
  private readonly waiting: (() => void)[] = [];

  /** The same listener, counted. */
  counting =
    <Happened>(listen: (happened: Happened) => Promise<void>) =>
    async (happened: Happened): Promise<void> => {
      this.count += 1;
      try {
        await listen(happened);
      } finally {
        this.count -= 1;
        if (this.count === 0) for (const resolve of this.waiting.splice(0)) resolve();
      }
    };

  /** Resolves when nothing is being answered. */
  idle(): Promise<void> {
    return this.count === 0 ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }
}
