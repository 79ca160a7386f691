const mostKept = 1000;

/** The latest of what was dealt with, for as long as Slack may deliver it again. */
export class RecentKeys {
  private readonly kept = new Set<string>();

  has(key: string): boolean {
    return this.kept.has(key);
  }

  add(key: string): void {
    this.kept.add(key);
    const [oldest] = this.kept;
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
  }
}
