import type { Act } from '../../domain/change.ts';
import type { Appended, Journal, Loaded } from '../../services/ports.ts';
import type { CommitQueue } from './commit-queue.ts';
import type { Compaction } from './compaction.ts';
import type { FolderLock } from './folder-lock.ts';
import type { JournalFile } from './journal-file.ts';
import { actLines } from './journal-line.ts';
import { readActsAfter } from './read-acts-after.ts';

interface JsonJournalParts {
  dir: string;
  file: JournalFile;
  lock: FolderLock;
  queue: CommitQueue;
  compaction: Compaction;
  loaded: Loaded;
}

/** The `Journal` of one folder that belongs to this process alone, so it never answers `conflict`. */
export class JsonJournal implements Journal {
  private readonly parts: JsonJournalParts;
  private loaded: Loaded | undefined;
  private closing: Promise<void> | undefined;

  constructor(parts: JsonJournalParts) {
    this.parts = parts;
    this.loaded = parts.loaded;
    // What was loaded is let go by `load`: rows that later acts replace could never be freed.
    this.parts.loaded = { snapshot: undefined, acts: [], repairs: [] };
  }

  async load(): Promise<Loaded> {
    const { loaded } = this;
    if (loaded === undefined) throw new Error('load is called once');
    this.loaded = undefined;
    return loaded;
  }

  append(acts: readonly Act[]): Promise<Appended> {
    if (this.closing) throw new Error('the journal is closed');
    const { queue, compaction } = this.parts;
    let last = queue.accepted;
    for (const act of acts) {
      if (act.seq !== last + 1) throw new Error(`act ${act.seq} cannot follow act ${last}`);
      last = act.seq;
    }
    if (acts.length === 0) return Promise.resolve({ outcome: 'recorded' });

    const lines = actLines(acts);
    compaction.consider();
    return queue.commit(lines, last);
  }

  since(seq: number): Promise<Act[]> {
    const { queue, dir } = this.parts;
    return queue.between(() => readActsAfter(dir, seq, queue.recorded));
  }

  close(): Promise<void> {
    this.closing ??= this.closeNow();
    return this.closing;
  }

  private async closeNow(): Promise<void> {
    const { queue, compaction, file, lock } = this.parts;
    await queue.idle();
    await compaction.idle();
    await queue.idle();
    await file.close();
    await lock.release();
  }
}
