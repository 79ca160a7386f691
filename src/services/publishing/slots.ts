/**
 * So many at once and no more: a thousand channels that are owed the same entry must neither hold the event loop
 * nor open a thousand connections. The urgent are let in before the others.
 */
export class Slots {
  private free: number;
  private held = false;
  private readonly urgent: (() => void)[] = [];
  private readonly others: (() => void)[] = [];

  constructor(count: number) {
    this.free = count;
  }

  async run<T>(work: () => Promise<T>, { isUrgent }: { isUrgent: boolean }): Promise<T> {
    await new Promise<void>((enter) => {
      (isUrgent ? this.urgent : this.others).push(enter);
      this.admit();
    });
    try {
      return await work();
    } finally {
      this.free += 1;
      this.admit();
    }
  }

  /** Nobody is let in; those inside finish. */
  hold(): void {
    this.held = true;
  }

  release(): void {
    this.held = false;
    this.admit();
  }

  private admit(): void {
    while (!this.held && this.free > 0) {
      const enter = this.urgent.shift() ?? this.others.shift();
      if (!enter) return;
      this.free -= 1;
      enter();
    }
  }
}
