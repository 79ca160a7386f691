import { writeSync } from 'node:fs';
import { DyingDisk } from './dying-disk.js';

/** A line to the one who started us: in the pipe it outlives us. */
export const say = (line) => writeSync(1, `${JSON.stringify(line)}\n`);

/** How this process is to die: the `occurrence`th time it passes `killAt`, or after some time. */
export class Mortal {
  #disks = [];
  #left;

  constructor({ killAt, occurrence = 1, cutsPower = false, afterMs } = {}) {
    Object.assign(this, { killAt, cutsPower });
    this.#left = occurrence;
    if (afterMs !== undefined) setTimeout(() => this.#die('random'), afterMs);
  }

  /** The disk of a folder; where `isFatal`, the process may die by what it does there. */
  diskOf(dir, { random, unsynced, isFatal }) {
    const passes = (point) => isFatal && this.#isLast(point);
    const disk = new DyingDisk(dir, { random, unsynced, passes, die: (point) => this.#die(point) });
    this.#disks.push(disk);
    return disk;
  }

  /** Resolves, or never. */
  async pass(point) {
    if (this.#isLast(point)) await this.#die(point);
  }

  #isLast(point) {
    if (point === this.killAt) this.#left -= 1;
    return point === this.killAt && this.#left === 0;
  }

  /** A kill is sudden: nothing runs after it, not even the rest of this turn of the event loop. */
  async #die(point) {
    try {
      if (this.cutsPower) await this.#cutPower();
    } catch (error) {
      // Whoever went on from here would live on half of what it wrote.
      say({ broken: String(error) });
      process.kill(process.pid, 'SIGKILL');
    }
    // After a mere kill the bytes are in the kernel's hands, and a power cut in the next life may still take them.
    say({ dying: point, unsynced: this.cutsPower ? [] : this.#disks.map(({ unsynced }) => unsynced) });
    process.kill(process.pid, 'SIGKILL');
    for (;;);
  }

  async #cutPower() {
    await Promise.all(this.#disks.map((disk) => disk.darken()));
    for (const disk of this.#disks) disk.cutPower();
  }
}
