import { firstFrom } from '../first-from.ts';
import { type Entry, urgencyOf } from '../records/entry.ts';
import { bearingOf, originName } from './corroboration.ts';
import { Spellings } from './spellings.ts';
import { isDenial, none, type Standing, standingOf } from './standing.ts';

/** What `facts` says of an entry beside its standing and urgency. */
export const marks = {
  withdrawn: 1,
  embargoed: 1 << 1,
  revised: 1 << 2,
  /** It says that something is not so. */
  denies: 1 << 3,
  /** Some response names it, now or formerly: what that comes to has to be looked up. */
  answered: 1 << 4,
  /** Others give a figure of the same thing, now or formerly. */
  rivalled: 1 << 5,
};
const standingAt = 6;
const urgencyAt = 8;
const standings: readonly Standing[] = ['known', 'reported', 'background'];

/** Of an entry that nobody answered. */
export const standingIn = (facts: number): Standing => standings[(facts >> standingAt) & 3] as Standing;
const urgencyIn = (facts: number): number => facts >> urgencyAt;

function factsOf(entry: Entry): number {
  return (
    (entry.withdrawn ? marks.withdrawn : 0) |
    (entry.embargoedUntil === undefined ? 0 : marks.embargoed) |
    (entry.revisions.length === 0 ? 0 : marks.revised) |
    (isDenial(entry) ? marks.denies : 0) |
    (standings.indexOf(standingOf(entry, none)) << standingAt) |
    (urgencyOf(entry) << urgencyAt)
  );
}

/**
 * What briefings count and sort entries by, as numbers, one list for each, in step with `rows`: ten thousand entries are
 * gone through without reading them. Rows lie scattered over the memory, and waiting for them took most of the time.
 * Places are given in order of arrival.
 */
export class Columns {
  readonly rows: (Entry | undefined)[] = [];
  readonly facts: number[] = [];
  readonly seqs: number[] = [];
  /** Where an entry's names begin in `names`: how many entities, they, how many sources, name and bearing of each. */
  readonly from: number[] = [];
  readonly names: number[] = [];
  readonly spellings = new Spellings();
  private isInOrder = true;

  /** Returns its place. */
  push(entry: Entry): number {
    const place = this.rows.length;
    if (entry.seq < (this.seqs[place - 1] ?? 0)) this.isInOrder = false;
    this.from.push(this.names.length);
    this.rows.push(entry);
    this.facts.push(factsOf(entry));
    this.seqs.push(entry.seq);
    this.addNames(entry);
    return place;
  }

  /** Entries are taken back, the last one first: a gap is nothing that has to be filled. */
  remove(place: number): void {
    this.rows[place] = undefined;
    if (place < this.rows.length - 1) return;
    const from = this.from.pop() ?? 0;
    const entities = this.names[from] ?? 0;
    const sources = this.names[from + 1 + entities] ?? 0;
    // Those of an earlier one that was edited may stand behind them.
    if (from + 2 + entities + 2 * sources === this.names.length) this.names.length = from;
    this.rows.pop();
    this.facts.pop();
    this.seqs.pop();
  }

  /** Another version of the entry. Its names go to the end if they are others: edits are few. */
  set(place: number, entry: Entry): void {
    const before = this.rows[place];
    this.rows[place] = entry;
    this.facts[place] = factsOf(entry);
    if (this.seqs[place] !== entry.seq) this.isInOrder = false;
    this.seqs[place] = entry.seq;
    if (before?.entities === entry.entities && before.sources === entry.sources) return;
    this.from[place] = this.names.length;
    this.addNames(entry);
  }

  mark(place: number, mark: number): void {
    this.facts[place] = (this.facts[place] ?? 0) | mark;
  }

  /** Entries arrive in the order of their acts, so that few have to be looked at. */
  placeOf(entry: Entry): number {
    const { rows, seqs } = this;
    let place = this.isInOrder ? firstFrom(seqs, (seq) => seq < entry.seq) : rows.indexOf(entry);
    while (place >= 0 && rows[place] !== entry && seqs[place] === entry.seq) place += 1;
    if (rows[place] !== entry) throw new Error(`${entry.id} has no place`);
    return place;
  }

  /** Indexes of `places`, given in order: the urgent first, then the newest, those of one act as they came. */
  byWeight(places: readonly number[]): number[] {
    const { seqs, facts } = this;
    const seqAt = (index: number) => seqs[places[index] ?? 0] ?? 0;
    const indexes = places.map((_, index) => index);
    if (!this.isInOrder) indexes.sort((a, b) => seqAt(a) - seqAt(b));
    // Dealt out act by act from the last: to sort them takes as long as all the rest.
    const next = this.firstByUrgency(places);
    const dealt = new Array<number>(indexes.length).fill(0);
    for (let [from, to] = [0, indexes.length]; to > 0; to = from) {
      const seq = seqAt(indexes[to - 1] ?? 0);
      for (from = to - 1; from > 0 && seqAt(indexes[from - 1] ?? 0) === seq; ) from -= 1;
      for (let at = from; at < to; at += 1) {
        const index = indexes[at] ?? 0;
        const urgency = urgencyIn(facts[places[index] ?? 0] ?? 0);
        const here = next[urgency] ?? 0;
        dealt[here] = index;
        next[urgency] = here + 1;
      }
    }
    return dealt;
  }

  /** Where those of each urgency begin, from the most urgent on. */
  private firstByUrgency(places: readonly number[]): number[] {
    const many = new Array<number>(10).fill(0);
    for (const place of places) {
      const urgency = urgencyIn(this.facts[place] ?? 0);
      many[urgency] = (many[urgency] ?? 0) + 1;
    }
    let first = 0;
    return many.map((count) => {
      first += count;
      return first - count;
    });
  }

  private addNames({ entities, sources }: Entry): void {
    const { names, spellings } = this;
    names.push(entities.length);
    for (const slug of entities) names.push(spellings.numberOf(slug));
    names.push(sources.length);
    for (const source of sources) names.push(spellings.numberOf(originName(source)), bearingOf(source));
  }
}
