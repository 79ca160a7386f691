import { foldName } from '../language/fold-name.ts';
import type { Entry } from '../records/entry.ts';
import type { Source } from '../records/source.ts';

/** Whose reporting some entries rest on. Outlets that repeat an origin do not add to it. */
export interface Origin {
  name: string;
  /** The most unnamed people that any one of its sources counts. */
  unnamed: number;
  pickUps: Source[];
  entries: Entry[];
}

/** The reporting a source stands for: its own, unless it says whose it repeats. */
const originName = (source: Source): string => source.origin ?? source.publisher ?? source.label;

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

interface Gathered {
  origin: Origin;
  /** Who picked it up, however they are spelt, and every spelling that was looked at. */
  labels: Set<string>;
  spellings: Set<string>;
}

/** Gathers origins entry by entry. Folding a name is the dear part, so that each spelling is folded once. */
export class OriginTally {
  private readonly byKey = new Map<string, Gathered>();
  private readonly bySpelling = new Map<string, Gathered>();

  add(entry: Entry): void {
    for (const source of entry.sources) {
      const { origin, labels, spellings } = this.gathered(originName(source));
      if (source.kind === 'unnamed') origin.unnamed = Math.max(origin.unnamed, source.count ?? 1);
      else if (source.origin !== undefined && !spellings.has(source.label)) {
        spellings.add(source.label);
        const label = foldName(source.label);
        if (isPickUp(source) && !labels.has(label)) {
          labels.add(label);
          origin.pickUps.push(source);
        }
      }
      if (origin.entries.at(-1) !== entry) origin.entries.push(entry);
    }
  }

  /** The most relied upon first. To be read at once: what is added later is added to these. */
  byUse(): Origin[] {
    const origins: Origin[] = [];
    for (const { origin } of this.byKey.values()) origins.push(origin);
    return origins.sort((a, b) => b.entries.length - a.entries.length);
  }

  private gathered(name: string): Gathered {
    const spelt = this.bySpelling.get(name);
    if (spelt) return spelt;
    const key = foldName(name);
    const gathered = this.byKey.get(key) ?? {
      origin: { name, unnamed: 0, pickUps: [], entries: [] },
      labels: new Set<string>(),
      spellings: new Set<string>(),
    };
    this.byKey.set(key, gathered);
    this.bySpelling.set(name, gathered);
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
