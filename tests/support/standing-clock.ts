import { instantOf } from '../../src/domain/language/dates.ts';
import type { Clock, Timer } from '../../src/services/ports.ts';

/** A clock that stands until a test moves it, and timers that go by it. Refuses waits that Node would cut short. */
export class StandingClock implements Clock, Timer {
  private ms: number;
  private alarms: { due: number; run: () => void }[] = [];

  constructor(at: string) {
    this.ms = Date.parse(at);
  }

  now(): string {
    return instantOf(this.ms);
  }

  after(ms: number, run: () => void): () => void {
    if (ms < 0 || ms > 2 ** 31 - 1) throw new Error(`setTimeout would go off at once: ${ms} ms`);
    const alarm = { due: this.ms + ms, run };
    this.alarms.push(alarm);
    return () => {
      this.alarms = this.alarms.filter((other) => other !== alarm);
    };
  }

  /** As when a process dies: what it wanted to do later never happens. */
  forget(): void {
    this.alarms = [];
  }

  get armed(): number {
    return this.alarms.length;
  }

  /** Moves on, hour by hour and alarm by alarm, and lets everything that they set off settle. */
  async pass(ms: number): Promise<void> {
    const end = this.ms + ms;
    await settled();
    for (;;) {
      const next = this.alarms.toSorted((a, b) => a.due - b.due)[0];
      if (!next || next.due > end) break;
      this.ms = Math.max(this.ms, next.due);
      this.alarms = this.alarms.filter((other) => other !== next);
      next.run();
      await settled();
    }
    this.ms = end;
  }
}

/** Lets what is under way come to its end: writes that take some turns of the event loop. */
export async function settled(turns = 5): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
