/** Time that passes only when nothing is left to do, so that hours of it take seconds. */
export class World {
  now = Date.parse('2026-02-02T09:00:00.000Z');
  alarms = [];

  /** What belongs to a `life` ends with it. */
  after(ms, run, life = { isOver: false }) {
    const alarm = { due: this.now + ms, run, life };
    let at = this.alarms.length;
    while (at > 0 && this.alarms[at - 1].due > alarm.due) at -= 1;
    this.alarms.splice(at, 0, alarm);
    return () => {
      alarm.isOff = true;
    };
  }

  /** A process's own timers and clock. */
  timerFor(life) {
    return { after: (ms, run) => this.after(ms, run, life) };
  }

  get clock() {
    return { now: () => new Date(this.now).toISOString() };
  }

  pause(ms) {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** Goes from alarm to alarm until `isDone`; answers whether it came to that. */
  async run(isDone, { deadlineMs }) {
    const end = this.now + deadlineMs;
    for (;;) {
      await settled();
      if (isDone()) return true;
      const next = this.alarms.shift();
      if (!next || next.due > end) return false;
      this.now = Math.max(this.now, next.due);
      if (!next.isOff && !next.life.isOver) next.run();
    }
  }
}

/** Records take some turns of the event loop. */
async function settled() {
  for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
