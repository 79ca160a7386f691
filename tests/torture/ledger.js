import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { nameOfWhole } from './acts-of.js';
import { canonical } from './canonical.js';
import { readHistory } from './read-history.js';

/** What one folder owes us: the acts that were acknowledged, and those that a start has shown to people. */
export class Ledger {
  /** What the process that died last had not synced; for the power cut of a later one. */
  unsynced;
  #acts = [];
  /** Acts up to here have to be there from now on, as they are. */
  #bound = 0;
  #acknowledged = new Map();
  #isTorn = false;
  #newsroom;

  constructor(dir, { tools, tally }) {
    Object.assign(this, { dir, tools, tally });
    this.#newsroom = tools.createNewsroom();
  }

  /** A line of the process that has the folder. */
  hears(line) {
    if (line.report) this.#fault('reported', line.report);
    else if (line.refused) this.#fault('refused', line.refused);
    else if (line.problem) this.#fault('not saved', JSON.stringify(line));
    else if (line.opened !== undefined) this.#opened(line);
    else if (line.closed === undefined) this.#acknowledged.set(line.seq, line.name);
  }

  /** Reads the folder as a death has left it, without the store, and compares. */
  audit() {
    const { acts, torn, faults } = readHistory(this.dir);
    for (const { fault, what } of faults) this.#fault(fault, what);
    const texts = acts.map((act) => JSON.stringify(act));
    for (let at = 0; at < this.#bound; at += 1)
      if (texts[at] !== this.#acts[at].text) this.#fault('lost', `act ${at + 1} is no longer what it was`);

    const seen = new Set();
    const names = acts.map(nameOfWhole);
    for (const [at, name] of names.entries()) {
      if (name === undefined) this.#fault('half', `act ${at + 1}: ${texts[at]}`);
      else if (seen.has(name)) this.#fault('doubled', `act ${at + 1} once more: ${name}`);
      seen.add(name);
    }
    for (const [seq, name] of this.#acknowledged) {
      if (names[seq - 1] !== name) this.#fault('lost', `act ${seq} was acknowledged: ${name}`);
      this.#bound = Math.max(this.#bound, seq);
    }
    this.#bound = Math.min(this.#bound, acts.length);
    this.tally.count('acknowledged', this.#acknowledged.size);
    this.#acknowledged.clear();
    this.#acts = acts.map((act, at) => ({ act, text: texts[at] }));
    this.#isTorn = torn > 0;
  }

  #opened({ opened, digest, repairs }) {
    const { tally } = this;
    tally.count('restarts');
    tally.count('repaired', repairs.length);
    if (repairs.length !== Number(this.#isTorn))
      this.#fault('unreported', `torn, and said: ${repairs.join()}`);
    if (opened !== this.#acts.length) this.#fault('lost', `opened at ${opened} of ${this.#acts.length}`);
    tally.count('kept, never acknowledged', this.#acts.length - this.#bound);
    this.#bound = this.#acts.length;
    if (digest !== this.#digest())
      this.#fault('altered', `opened with another newsroom than its ${opened} acts make`);
  }

  /** Of the newsroom that the whole history makes, from the first act on. */
  #digest() {
    try {
      for (const { act } of this.#acts.slice(this.#newsroom.seq)) this.tools.applyAct(this.#newsroom, act);
      return createHash('sha256')
        .update(canonical(this.tools.takeSnapshot(this.#newsroom)))
        .digest('hex');
    } catch (error) {
      return `its acts do not follow one another: ${error.message}`;
    }
  }

  /** After a process that ended by itself: nothing half done may be there. */
  tidied() {
    // Old journals stay for the next snapshot.
    const known = /^(?:archive|newsroom\.json|journal(?:-\d+)?\.jsonl)$/;
    const left = readdirSync(this.dir).filter((name) => !known.test(name));
    if (left.length > 0) this.#fault('left over', left.join(', '));
  }

  #fault(kind, what) {
    this.tally.fault(kind, `${this.dir}: ${what}`);
  }
}
