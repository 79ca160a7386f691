import type { Act } from '../../src/domain/change.ts';
import type { Appended, Journal, Loaded } from '../../src/services/ports.ts';

/** A journal without a disk; while `isFull` it takes nothing. */
export class JournalInMemory implements Journal {
  readonly acts: Act[] = [];
  isFull = false;

  load(): Promise<Loaded> {
    return Promise.resolve({ snapshot: undefined, acts: structuredClone(this.acts), repairs: [] });
  }

  append(acts: readonly Act[]): Promise<Appended> {
    if (this.isFull) return Promise.resolve({ outcome: 'refused', reason: 'disk-full', detail: 'ENOSPC' });
    this.acts.push(...structuredClone(acts));
    return Promise.resolve({ outcome: 'recorded' });
  }

  since(seq: number): Promise<Act[]> {
    return Promise.resolve(this.acts.filter((act) => act.seq > seq));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
