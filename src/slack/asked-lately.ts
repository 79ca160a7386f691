interface Kept<T> {
  value: T;
  at: number;
}

export interface Lately<T> {
  value: T;
  /** Slack does not answer now and this is what it said earlier. */
  isStale: boolean;
}

interface Patience {
  freshMs: number;
  staleMs: number;
  waitMs: number;
  mostKept: number;
}

const minute = 60_000;
// A command may wait for two of these, one after the other, and still be answered in its acknowledgement.
const usual: Patience = { freshMs: 5 * minute, staleMs: 24 * 60 * minute, waitMs: 1000, mostKept: 5000 };

/**
 * Answers of Slack's that hold for a while. Everybody who wants the same one waits for the same call, and nobody
 * longer than `waitMs`: what comes later is there for the next who asks.
 */
export class AskedLately<T> {
  private readonly kept = new Map<string, Kept<T>>();
  private readonly underWay = new Map<string, Promise<Kept<T> | undefined>>();
  private readonly ask: (key: string) => Promise<T>;
  private readonly now: () => number;
  private readonly patience: Patience;

  constructor(
    ask: (key: string) => Promise<T>,
    { now = Date.now, ...patience }: Partial<Patience> & { now?: () => number } = {},
  ) {
    this.ask = ask;
    this.now = now;
    this.patience = { ...usual, ...patience };
  }

  /** `undefined`: Slack does not say, and did not lately. */
  async get(key: string): Promise<Lately<T> | undefined> {
    const known = this.kept.get(key);
    if (known && this.age(known) < this.patience.freshMs) return { value: known.value, isStale: false };
    const answered = await this.inTime(this.underWay.get(key) ?? this.start(key));
    if (answered) return { value: answered.value, isStale: false };
    const isUsable = known && this.age(known) < this.patience.staleMs;
    return isUsable ? { value: known.value, isStale: true } : undefined;
  }

  /** Slack says that this changed: the next who wants it asks. */
  forget(key: string): void {
    const known = this.kept.get(key);
    // Kept as an old answer, for when Slack does not give a new one.
    if (known) this.kept.set(key, { ...known, at: Math.min(known.at, this.now() - this.patience.freshMs) });
    this.underWay.delete(key);
  }

  /** What is kept, however old, without asking. */
  peek(key: string): T | undefined {
    return this.kept.get(key)?.value;
  }

  private age({ at }: Kept<T>): number {
    return this.now() - at;
  }

  private start(key: string): Promise<Kept<T> | undefined> {
    const call = this.ask(key)
      .then((value) => this.keep(key, value))
      .catch(() => undefined)
      .finally(() => this.underWay.delete(key));
    this.underWay.set(key, call);
    return call;
  }

  private keep(key: string, value: T): Kept<T> {
    const kept = { value, at: this.now() };
    // Set anew, so that the map's order is the order of age and the first key is the oldest.
    this.kept.delete(key);
    this.kept.set(key, kept);
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.patience.mostKept && oldest !== undefined) this.kept.delete(oldest);
    return kept;
  }

  private async inTime(call: Promise<Kept<T> | undefined>): Promise<Kept<T> | undefined> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, this.patience.waitMs, undefined);
    });
    try {
      return await Promise.race([call, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
