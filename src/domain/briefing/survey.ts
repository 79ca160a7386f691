import type { Newsroom } from '../newsroom.ts';
import type { Entry } from '../records/entry.ts';
import type { Slug } from '../records/identifiers.ts';
import type { Instant } from '../records/moment.ts';
import type { Recorded } from '../records/revision.ts';
import { maySee } from '../rules/embargo.ts';
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

interface Kept {
  seq: number;
  now: Instant;
  survey: Survey;
}

const kept = new WeakMap<Newsroom, { editors?: Kept; others?: Kept }>();

/** One survey an act for editors and one for all others: many Homes are drawn from it at once. */
export function surveyOf(newsroom: Newsroom, look: Look): Survey {
  const known = kept.get(newsroom) ?? {};
  kept.set(newsroom, known);
  const eyes = look.viewer.role === 'editor' ? 'editors' : 'others';
  const last = known[eyes];
  if (last && last.seq === newsroom.seq && !hasLifted(newsroom, last.now, look.now)) return last.survey;
  const survey = goThrough(newsroom, look);
  known[eyes] = { seq: newsroom.seq, now: look.now, survey };
  return survey;
}

/** Whether an embargo ended between the two, with no act yet to tell of it. */
function hasLifted({ entries }: Newsroom, then: Instant, now: Instant): boolean {
  if (now < then) return true;
  return [...entries.where(entries.by.embargoed, 'yes')].some(
    ({ embargoedUntil: until }) => until !== undefined && until > then && until <= now,
  );
}

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
