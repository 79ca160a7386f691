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
  const origins = new Map<string, { origin: Origin; labels: Set<string> }>();
  for (const entry of entries) {
    for (const source of entry.sources) {
      const name = originName(source);
      const key = foldName(name);
      const known = origins.get(key);
      const { origin, labels } = known ?? {
        origin: { name, unnamed: 0, pickUps: [], entries: [] },
        labels: new Set<string>(),
      };
      if (!known) origins.set(key, { origin, labels });
      if (source.kind === 'unnamed') origin.unnamed = Math.max(origin.unnamed, source.count ?? 1);
      const label = foldName(source.label);
      if (isPickUp(source) && !labels.has(label)) {
        labels.add(label);
        origin.pickUps.push(source);
      }
      if (origin.entries.at(-1) !== entry) origin.entries.push(entry);
    }
  }
  return [...origins.values()]
    .map(({ origin }) => origin)
    .sort((a, b) => b.entries.length - a.entries.length);
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
