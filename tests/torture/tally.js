/** Everything that is counted in a campaign, and each fault in words. */
export class Tally {
  counts = {};
  kills = {};
  notReached = {};
  faults = [];

  count(what, by = 1) {
    this.counts[what] = (this.counts[what] ?? 0) + by;
  }

  killedAt(point) {
    this.kills[point] = (this.kills[point] ?? 0) + 1;
  }

  /** The process came to its end without passing the point. */
  survived(point) {
    this.notReached[point] = (this.notReached[point] ?? 0) + 1;
  }

  fault(kind, what) {
    this.faults.push({ kind, what });
  }

  /** A point at which nothing ever dies proves nothing. */
  expectKilledAt(points) {
    for (const point of new Set(points)) if (!this.kills[point]) this.fault('never reached', point);
  }

  /** Enough to see what is broken: going on would take for ever, or as good as. */
  get isEnough() {
    return this.faults.length > 100;
  }

  faultsOf(...kinds) {
    return this.faults.filter(({ kind }) => kinds.includes(kind)).length;
  }

  add({ counts, faults }) {
    for (const [what, count] of Object.entries(counts)) this.count(what, count);
    this.faults.push(...faults);
  }
}
