import type { Act } from '../../src/domain/change.ts';
import type { Appended, Journal, Loaded } from '../../src/services/ports.ts';

/** A journal without a disk; while `isFull` it takes nothing. */
export class JournalInMemory implements Journal {
  readonly acts: Act[] = [];
  isFull = false;
  private held: Promise<void> = Promise.resolve();

  /** Nothing is written before what this answers is called: a disk that takes its time. */
  holds(): () => void {
    let lets = () => {};
    this.held = new Promise((resolve) => (lets = resolve));
    return lets;
  }

  load(): Promise<Loaded> {
    return Promise.resolve({ snapshot: undefined, acts: structuredClone(this.acts), repairs: [] });
  }

  async append(acts: readonly Act[]): Promise<Appended> {
    await this.held;
    if (this.isFull) return { outcome: 'refused', reason: 'disk-full', detail: 'ENOSPC' };
    this.acts.push(...structuredClone(acts));
    return { outcome: 'recorded' };
  }

  since(seq: number): Promise<Act[]> {
    return Promise.resolve(this.acts.filter((act) => act.seq > seq));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
