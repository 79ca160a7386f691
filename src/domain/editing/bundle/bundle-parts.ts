import type { Bundle, BundleEntry } from '../../bundle.ts';

/** Entries of one act at most: a line of the journal of about 100 kB, and answers meanwhile in milliseconds. */
export const mostTogether = 200;

/**
 * The bundle in parts to be recorded one after the other, each an act: what a line refers to is in its part or in an
 * earlier one, so that nothing dangles when the last parts never come. A bundle of up to `most` entries is one part.
 */
export function bundleParts(bundle: Bundle, most = mostTogether): Bundle[] {
  if (bundle.entries.length <= most) return [bundle];
  const groups = evenly(entangled(claimsFirst(bundle.entries)), bundle.entries.length, most);
  const [first = [], ...rest] = groups;
  const parts = [
    { ...bundle, entries: first, questions: [] },
    ...rest.map((entries) => ({
      ...bundle,
      stories: [],
      entities: [],
      relations: [],
      entries,
      questions: [],
    })),
  ];
  const last = parts.at(-1);
  return last ? [...parts.slice(0, -1), { ...last, questions: bundle.questions }] : [];
}

/** No part is much smaller than the others: what is left of a backfill that was interrupted is still a backfill. */
function evenly(chains: readonly BundleEntry[][], count: number, most: number): BundleEntry[][] {
  const parts = Math.ceil(count / most);
  const groups: BundleEntry[][] = [];
  let taken = 0;
  let reach = 0;
  for (const chain of chains) {
    const last = groups.at(-1);
    if (last && taken + chain.length <= reach) last.push(...chain);
    else {
      groups.push([...chain]);
      // Of the whole, so that what one part is short of is not missing from the last one.
      const at = Math.round((taken * parts) / count) + 1;
      reach = Math.min(taken + most, Math.ceil((at * count) / parts));
    }
    taken += chain.length;
  }
  return groups;
}

/** In the order of the file, but what is answered before its answers: newest first is a usual order of a file. */
function claimsFirst(entries: readonly BundleEntry[]): BundleEntry[] {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const taken = new Set<BundleEntry>();
  return entries.flatMap((entry) => {
    const chain: BundleEntry[] = [];
    for (let next: BundleEntry | undefined = entry; next && !taken.has(next); ) {
      taken.add(next);
      chain.push(next);
      next = byKey.get(keyAnswered(next));
    }
    return chain.reverse();
  });
}

const keyAnswered = (entry: BundleEntry): string =>
  entry.kind === 'response' ? (entry.response.respondsTo ?? '') : '';

/** Entries that answer each other in a circle stay together; every other one is by itself. */
function entangled(entries: readonly BundleEntry[]): BundleEntry[][] {
  const places = new Map(entries.map(({ key }, at) => [key, at]));
  const circles: BundleEntry[][] = [];
  let circle: BundleEntry[] = [];
  let reach = 0;
  for (const [at, entry] of entries.entries()) {
    reach = Math.max(reach, places.get(keyAnswered(entry)) ?? at);
    circle.push(entry);
    if (reach > at) continue;
    circles.push(circle);
    circle = [];
  }
  return circles;
}
