import { newestSeq } from '../domain/briefing/catch-up.ts';
import { markSeen } from '../domain/editing/mark-seen.ts';
import { isProblem } from '../domain/problem.ts';
import { type Topic, topicKey } from '../domain/records/identifiers.ts';
import type { ReaderMark } from '../domain/records/reader.ts';
import type { NewsroomService } from './newsroom-service.ts';
import type { Timer } from './ports.ts';

/** By whom the journal says that marks were written: they are many people's. */
export const readerMarksName = 'reader-marks';

const writeBehindMs = 1000;
const tryAgainMs = 30_000;

/** What a command needs of the marks. */
export interface Marks {
  /** The last act of a topic this person has seen; `undefined` if they never looked. */
  seen(person: string, topic: Topic): number | undefined;
  look(person: string, topics: readonly Topic[]): void;
}

/**
 * Who has read what. Marks are kept in memory and written together within a second, so asking never waits for the
 * disk; what a crash loses shows somebody a line as new once more.
 */
export class ReaderMarks implements Marks {
  private readonly newsroom: NewsroomService;
  private readonly timer: Timer;
  private readonly pending = new Map<string, ReaderMark>();
  private writing: Promise<void> | undefined;
  private callOff: (() => void) | undefined;

  constructor(newsroom: NewsroomService, timer: Timer) {
    this.newsroom = newsroom;
    this.timer = timer;
  }

  seen(person: string, topic: Topic): number | undefined {
    const key = `${person}:${topicKey(topic)}`;
    const recorded = this.newsroom.newsroom.readers.get(key)?.seenSeq;
    const fresh = this.pending.get(key)?.seenSeq;
    return fresh === undefined ? recorded : Math.max(fresh, recorded ?? 0);
  }

  look(person: string, topics: readonly Topic[]): void {
    const { newsroom } = this.newsroom;
    for (const topic of topics) {
      const seen = this.seen(person, topic);
      // Nothing came since: a second look says nothing that the first did not.
      if (seen !== undefined && newestSeq(newsroom, topic) <= seen) continue;
      this.pending.set(`${person}:${topicKey(topic)}`, { person, topic, seenSeq: newsroom.seq });
    }
    if (this.pending.size > 0) this.writeIn(writeBehindMs);
  }

  /** Writes what is pending, now. */
  async flush(): Promise<void> {
    this.callOff?.();
    this.callOff = undefined;
    await this.writing;
    if (this.pending.size === 0) return;
    this.writing = this.write();
    await this.writing;
  }

  /** Writes the last marks; to be called before the newsroom closes. */
  async close(): Promise<void> {
    await this.flush();
    this.callOff?.();
  }

  private writeIn(ms: number): void {
    this.callOff ??= this.timer.after(ms, () => {
      this.callOff = undefined;
      this.writing ??= this.write();
    });
  }

  private async write(): Promise<void> {
    const marks = [...this.pending];
    let isKept = false;
    try {
      const written = await this.newsroom.record(readerMarksName, (newsroom) =>
        markSeen(
          newsroom,
          marks.map(([, mark]) => mark),
        ),
      );
      isKept = !isProblem(written);
    } catch {
      // A mark is not worth more than another try: the fault that lost it shows in acts that matter.
    }
    this.writing = undefined;
    if (isKept) for (const [key, mark] of marks) if (this.pending.get(key) === mark) this.pending.delete(key);
    if (this.pending.size > 0) this.writeIn(isKept ? writeBehindMs : tryAgainMs);
  }
}
