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
  /** Who picked it up, however they are spelt, and every spelling that was looked at. */
  labels: Set<number>;
}

/** Gathers origins entry by entry. */
export class OriginTally {
  private readonly byName = new Map<number, Gathered>();
  private readonly spellings: Spellings;

  constructor(spellings = new Spellings()) {
    this.spellings = spellings;
  }

  add(entry: Entry): void {
    for (const [at, source] of entry.sources.entries())
      this.addSource(this.spellings.numberOf(originName(source)), bearingOf(source), entry, at);
  }

  /** Of an entry's source it is enough to know its origin and bearing: only who picked it up is read. */
  addSource(name: number, bearing: number, entry: Entry, at: number): void {
    const { origin, labels } = this.gathered(name);
    if (bearing > 0) origin.unnamed = Math.max(origin.unnamed, bearing);
    else if (bearing < 0) this.addPickUp(origin, labels, entry.sources[at]);
    if (origin.entries.at(-1) !== entry) origin.entries.push(entry);
  }

  /** The most relied upon first. To be read at once: what is added later is added to these. */
  byUse(): Origin[] {
    const origins: Origin[] = [];
    for (const { origin } of this.byName.values()) origins.push(origin);
    return origins.sort((a, b) => b.entries.length - a.entries.length);
  }

  private addPickUp({ pickUps }: Origin, labels: Set<number>, source: Source | undefined): void {
    if (!source) return;
    const spelt = this.spellings.numberOf(source.label);
    if (labels.has(spelt)) return;
    labels.add(spelt);
    const label = this.spellings.foldedOf(spelt);
    if (labels.has(label) || !isPickUp(source)) return;
    labels.add(label);
    pickUps.push(source);
  }

  private gathered(name: number): Gathered {
    const key = this.spellings.foldedOf(name);
    const known = this.byName.get(key);
    if (known) return known;
    const origin = { name: this.spellings.textOf(name), unnamed: 0, pickUps: [], entries: [] };
    const gathered = { origin, labels: new Set<number>() };
    this.byName.set(key, gathered);
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
