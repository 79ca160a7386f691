/** Runs what has the same key one after the other, in the order in which it came; the rest goes on beside it. */
export class InTurn {
  private readonly last = new Map<string, Promise<void>>();

  async run(key: string, work: () => Promise<void>): Promise<void> {
    // What failed was told to whoever asked for it, not to the next in line.
    const mine = (this.last.get(key) ?? Promise.resolve()).catch(() => {}).then(work);
    this.last.set(key, mine);
    try {
      await mine;
    } finally {
      if (this.last.get(key) === mine) this.last.delete(key);
    }
  }
}
