import type { BundleEntry } from '../bundle.ts';
import { numberedOrigin } from '../editing/bundle/recorded-as.ts';
import { successor } from '../finding/find-topic.ts';
import type { Newsroom } from '../newsroom.ts';
import { contentOf, type Entry } from '../records/entry.ts';

interface Kept {
  stories: ReadonlySet<string>;
  /** By number. */
  entries: ReadonlySet<string>;
  now: string;
  /** Whether no line so far is of this origin. */
  isNew: (origin: string) => boolean;
}

/** An entry as a line of a bundle. It refers to nothing that is not exported, by any name that was merged away. */
export function writtenEntry({ stories, entities }: Newsroom, entry: Entry, kept: Kept): BundleEntry {
  const { id } = entry;
  const { embargoedUntil, origin, ...open } = contentOf(entry);
  const named = (slug: string) => successor(entities, slug);
  const filedUnder = [...new Set(entry.stories.map((slug) => successor(stories, slug)))];
  const shared = {
    key: id.toLowerCase(),
    origin: origin && kept.isNew(origin.key) ? origin : { key: numberedOrigin(entry) },
    stories: filedUnder.filter((slug) => kept.stories.has(slug)),
    entities: [...new Set(entry.entities.map(named))],
    // One that is over is nobody's concern any more, though the clock may not have lifted it yet.
    ...(embargoedUntil !== undefined && embargoedUntil > kept.now ? { embargoedUntil } : {}),
  };
  if (open.kind === 'quote') return { ...open, ...shared, speaker: named(open.speaker) };
  if (open.kind !== 'response') return { ...open, ...shared };
  const { respondsTo, ...response } = open.response;
  const claim =
    respondsTo !== undefined && kept.entries.has(respondsTo) ? respondsTo.toLowerCase() : undefined;
  return {
    ...open,
    ...shared,
    response: {
      ...response,
      entity: named(response.entity),
      ...(claim === undefined ? {} : { respondsTo: claim }),
    },
  };
}

/** Whom the entries name, in tags, as speakers and as those who answer. */
export const entitiesNamed = ({ entities }: Newsroom, entries: readonly Entry[]): string[] =>
  entries.flatMap((entry) => [
    ...entry.entities,
    ...(entry.kind === 'quote' && entities.get(entry.speaker) ? [entry.speaker] : []),
    ...(entry.kind === 'response' ? [entry.response.entity] : []),
  ]);
