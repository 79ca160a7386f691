import type { Bundle } from '../bundle.ts';
import { slugFrom } from '../language/slug.ts';
import type { Source } from '../records/source.ts';

/** What several lines rest on is written once and named by a key, as a person would write it. */
export function sharedSources(bundle: Bundle): Bundle {
  const uses = new Map<string, { source: Source; count: number }>();
  const each = [...bundle.relations, ...bundle.entries].flatMap(({ sources }) => sources);
  for (const source of each) {
    if (typeof source === 'string') continue;
    const said = JSON.stringify(source);
    uses.set(said, { source, count: (uses.get(said)?.count ?? 0) + 1 });
  }
  const keys = new Map<string, string>();
  const sources: { [key: string]: Source } = {};
  for (const [said, { source, count }] of uses) {
    if (count < 2) continue;
    const key = freeKey(sources, slugFrom(source.label) || source.kind);
    keys.set(said, key);
    sources[key] = source;
  }
  const named = <Line extends { sources: (string | Source)[] }>(line: Line): Line => ({
    ...line,
    sources: line.sources.map((source) => keys.get(JSON.stringify(source)) ?? source),
  });
  return { ...bundle, sources, relations: bundle.relations.map(named), entries: bundle.entries.map(named) };
}

function freeKey(taken: object, wish: string): string {
  if (!Object.hasOwn(taken, wish)) return wish;
  let number = 2;
  while (Object.hasOwn(taken, `${wish}-${number}`)) number += 1;
  return `${wish}-${number}`;
}
