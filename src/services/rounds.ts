import type { Timer } from './ports.ts';

interface Parts {
  timer: Timer;
  /** Whom or what to look after one by one in the round that begins now. */
  all: () => Iterable<string> | Promise<Iterable<string>>;
  look: (id: string) => Promise<void>;
  /** Told of a look that failed; the next round makes up for it. */
  onFailure: (bug: unknown) => void;
}

/** Slack lets us ask about fifty times a minute, and others have to ask, too. */
const paceMs = 1500;
const restMs = 24 * 60 * 60_000;

/** Looks after one after the other, at the start and once a day: for what Slack told while nobody listened. */
export class Rounds {
  private readonly parts: Parts;
  private callOff: () => void = () => {};
  private isRunning = false;
  private ahead: string[] = [];

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Resolves when it is known what there is to look after. */
  start(): Promise<void> {
    this.isRunning = true;
    return this.begin();
  }

  stop(): void {
    this.isRunning = false;
    this.callOff();
  }

  private async begin(): Promise<void> {
    try {
      this.ahead = [...new Set(await this.parts.all())];
    } catch (bug) {
      this.parts.onFailure(bug);
    }
    this.next();
  }

  private next(): void {
    if (!this.isRunning) return;
    const id = this.ahead.shift();
    this.callOff =
      id === undefined
        ? this.parts.timer.after(restMs, () => void this.begin())
        : this.parts.timer.after(paceMs, () => void this.look(id));
  }

  private async look(id: string): Promise<void> {
    try {
      await this.parts.look(id);
    } catch (bug) {
      this.parts.onFailure(bug);
    }
    this.next();
  }
}
