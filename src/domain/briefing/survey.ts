import type { Newsroom } from '../newsroom.ts';
import type { Entry } from '../records/entry.ts';
import type { Slug } from '../records/identifiers.ts';
import type { Instant } from '../records/moment.ts';
import type { Recorded } from '../records/revision.ts';
import { maySee } from '../rules/embargo.ts';
import { Kept } from './kept.ts';
import { isDenial, type Look } from './standing.ts';

/** What happened to a story lately. */
export interface Movement {
  /** The last act on it, its withdrawn entries and its questions included: whoever looked since has seen all. */
  newestSeq: number;
  /** The entry that moved last, of those that stand. */
  latest?: Entry;
  at: Instant;
}

/** The whole newsroom gone through once, for everybody who may see the same of it. */
export interface Survey {
  movements: ReadonlyMap<Slug, Movement>;
  unverified: readonly Entry[];
  denied: readonly Entry[];
}

const surveys = new Kept<Survey>({ most: 8, tellsOverdue: false });

/** One survey a change for editors and one for all others: many Homes are drawn from it at once. */
export const surveyOf = (newsroom: Newsroom, look: Look): Survey =>
  surveys.get(newsroom, 'all', look, () => goThrough(newsroom, look));

function goThrough({ entries, questions }: Newsroom, { viewer, now }: Look): Survey {
  const movements = new Map<Slug, { newestSeq: number; latest?: Entry; at: Instant; latestSeq: number }>();
  const of = (slug: Slug) => {
    const known = movements.get(slug) ?? { newestSeq: 0, at: '', latestSeq: 0 };
    movements.set(slug, known);
    return known;
  };
  const unverified: Entry[] = [];
  const denied = new Set<string>();
  for (const entry of entries.all()) {
    if (!maySee(entry, viewer, now)) continue;
    const { seq, at } = lastAct(entry);
    for (const slug of entry.stories) {
      const movement = of(slug);
      movement.newestSeq = Math.max(movement.newestSeq, seq);
      if (entry.withdrawn || seq <= movement.latestSeq) continue;
      Object.assign(movement, { latest: entry, at, latestSeq: seq });
    }
    if (entry.withdrawn) continue;
    if (entry.verification === 'unverified' && entry.kind !== 'background') unverified.push(entry);
    if (isDenial(entry) && entry.kind === 'response') denied.add(entry.response.respondsTo ?? '');
  }
  for (const question of questions.all()) {
    const movement = of(question.story);
    movement.newestSeq = Math.max(movement.newestSeq, lastAct(question).seq);
  }
  const disputed = [...denied].flatMap((id) => entries.get(id) ?? []);
  const isShown = (entry: Entry) => !entry.withdrawn && maySee(entry, viewer, now);
  return { movements, unverified, denied: disputed.filter(isShown) };
}

const lastAct = (record: Recorded & { revisions: readonly Recorded[] }): Recorded =>
  record.revisions.at(-1) ?? record;
