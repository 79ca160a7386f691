import { foldName } from '../language/fold-name.ts';
import type { Entry } from '../records/entry.ts';
import type { Source } from '../records/source.ts';
import { Spellings } from './spellings.ts';

/** Whose reporting some entries rest on. Outlets that repeat an origin do not add to it. */
export interface Origin {
  name: string;
  /** The most unnamed people that any one of its sources counts. */
  unnamed: number;
  pickUps: Source[];
  entries: Entry[];
}

/** The reporting a source stands for: its own, unless it says whose it repeats. */
export const originName = (source: Source): string => source.origin ?? source.publisher ?? source.label;

/** Whether the source rests on this origin, however either of them spells it. */
export const isOf = (source: Source, origin: Pick<Origin, 'name'>): boolean =>
  foldName(originName(source)) === foldName(origin.name);

export const isPickUp = (source: Source): boolean =>
  source.origin !== undefined &&
  source.kind !== 'unnamed' &&
  foldName(source.origin) !== foldName(source.label);

/** The origins behind the entries, the most relied upon first. */
export function originsOf(entries: readonly Entry[]): Origin[] {
  const tally = new OriginTally();
  for (const entry of entries) tally.add(entry);
  return tally.byUse();
}

/** How a source bears on its origin: so many unnamed people, or below zero: it may have picked it up. */
export function bearingOf(source: Source): number {
  if (source.kind === 'unnamed') return source.count ?? 1;
  return source.origin === undefined ? 0 : -1;
}

interface Gathered {
  origin: Origin;
  /** Who picked it up, however they are spelt, and every spelling that was looked at; most are picked up by nobody. */
  labels: Set<number> | undefined;
}

/** Gathers origins entry by entry. */
export class OriginTally {
  private readonly byName = new Map<number, Gathered>();
  /** The same under every spelling there was: ten thousand entries have twenty thousand sources to look up. */
  private readonly bySpelling = new Map<number, Gathered>();
  private readonly spellings: Spellings;

  constructor(spellings = new Spellings()) {
    this.spellings = spellings;
  }

  add(entry: Entry): void {
    for (const [at, source] of entry.sources.entries())
      this.addSource(this.spellings.numberOf(originName(source)), bearingOf(source), entry, at);
  }

  /** Of an entry's source it is enough to know its origin and bearing: only who picked it up is read. */
  addSource(spelling: number, bearing: number, entry: Entry, at: number): void {
    const gathered = this.gathered(spelling);
    const { origin } = gathered;
    const { entries } = origin;
    if (bearing > 0) origin.unnamed = Math.max(origin.unnamed, bearing);
    else if (bearing < 0) this.addPickUp(gathered, entry.sources[at]);
    if (entries[entries.length - 1] !== entry) entries.push(entry);
  }

  /** The most relied upon first. To be read at once: what is added later is added to these. */
  byUse(): Origin[] {
    const origins: Origin[] = [];
    for (const { origin } of this.byName.values()) origins.push(origin);
    return origins.sort((a, b) => b.entries.length - a.entries.length);
  }

  private addPickUp(gathered: Gathered, source: Source | undefined): void {
    if (!source) return;
    gathered.labels ??= new Set();
    const { labels } = gathered;
    const spelt = this.spellings.numberOf(source.label);
    if (labels.has(spelt)) return;
    labels.add(spelt);
    const label = this.spellings.foldedOf(spelt);
    if (labels.has(label) || !isPickUp(source)) return;
    labels.add(label);
    gathered.origin.pickUps.push(source);
  }

  private gathered(spelling: number): Gathered {
    const known = this.bySpelling.get(spelling);
    if (known) return known;
    const gathered = this.named(spelling);
    this.bySpelling.set(spelling, gathered);
    return gathered;
  }

  private named(spelling: number): Gathered {
    const name = this.spellings.foldedOf(spelling);
    const known = this.byName.get(name);
    if (known) return known;
    const origin = { name: this.spellings.textOf(spelling), unnamed: 0, pickUps: [], entries: [] };
    const gathered = { origin, labels: undefined };
    this.byName.set(name, gathered);
    return gathered;
  }
}

/** "1 origin, 4 unnamed sources, 5 pick-ups" in numbers. */
export function corroborationOf(entry: Entry): { origins: number; unnamed: number; pickUps: number } {
  const origins = originsOf([entry]);
  return {
    origins: origins.length,
    unnamed: origins.reduce((sum, origin) => sum + origin.unnamed, 0),
    pickUps: origins.reduce((sum, origin) => sum + origin.pickUps.length, 0),
  };
}
