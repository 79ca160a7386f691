/**
 * So many at once and no more: a thousand channels that are owed the same entry must neither hold the event loop
 * nor open a thousand connections. The urgent are let in before the others.
 */
export class Slots {
  private free: number;
  private held = false;
  private readonly urgent: (() => void)[] = [];
  private readonly others = new Map<string, () => void>();

  constructor(count: number) {
    this.free = count;
  }

  /**
   * `name`: who waits, to be moved up by it; nobody waits twice. `leave` gives the place away before the work is done,
   * when there is only something left to do that nobody has to wait for.
   */
  async run<T>(
    work: (leave: () => void) => Promise<T>,
    { name, isUrgent }: { name: string; isUrgent: boolean },
  ): Promise<T> {
    await new Promise<void>((enter) => {
      if (isUrgent) this.urgent.push(enter);
      else this.others.set(name, enter);
      this.admit();
    });
    let isInside = true;
    const leave = () => {
      if (!isInside) return;
      isInside = false;
      this.free += 1;
      this.admit();
    };
    try {
      return await work(leave);
    } finally {
      leave();
    }
  }

  /** What it waits for has become urgent. */
  moveUp(name: string): void {
    const enter = this.others.get(name);
    if (enter && this.others.delete(name)) this.urgent.push(enter);
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
      const enter = this.urgent.shift() ?? this.firstOfOthers();
      if (!enter) return;
      this.free -= 1;
      enter();
    }
  }

  private firstOfOthers(): (() => void) | undefined {
    const [first] = this.others;
    if (first) this.others.delete(first[0]);
    return first?.[1];
  }
}
