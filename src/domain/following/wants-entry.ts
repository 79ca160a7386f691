import { type Entry, urgencyOf } from '../records/entry.ts';
import type { Topic } from '../records/identifiers.ts';
import type { Instant } from '../records/moment.ts';
import { before } from '../records/revise.ts';
import type { Subscription } from '../records/subscription.ts';

/** Urgency 1 to 3 goes before the rest, and into the channel where milestones do. */
export const isUrgent = (told: { urgency?: number | undefined }): boolean => urgencyOf(told) <= 3;

export const isPaused = ({ pausedUntil }: Pick<Subscription, 'pausedUntil'>, now: Instant): boolean =>
  pausedUntil !== undefined && pausedUntil > now;

/** What an entry is about: its stories, and then its entities. */
export const topicsOf = ({ stories, entities }: Pick<Entry, 'stories' | 'entities'>): Topic[] => [
  ...stories.map((slug): Topic => ({ kind: 'story', slug })),
  ...entities.map((slug): Topic => ({ kind: 'entity', slug })),
];

/** Whether a channel asked to be told of such an entry. Parked ones want it, too: it stays owed until they can have it. */
export function wantsEntry(subscription: Subscription, entry: Entry, now: Instant): boolean {
  const { kinds, withEntities, withoutEntities, urgencyAtMost = 9 } = subscription;
  if (isPaused(subscription, now)) return false;
  if (!kinds.includes(entry.kind) || urgencyOf(entry) > urgencyAtMost) return false;
  const concerns = (slug: string): boolean => entry.entities.includes(slug);
  return (withEntities?.some(concerns) ?? true) && !withoutEntities.some(concerns);
}

/**
 * The act by which everybody could first read the entry: `lifting` for one that is only now let go. History is not
 * news: an entry is delivered only to those who followed before that.
 */
export function publicSince(entry: Entry, lifting: number): number {
  if (!isHeldBack(before(entry, () => true))) return entry.seq;
  return entry.revisions.find(({ act }) => act === 'embargo-lifted')?.seq ?? lifting;
}

/** So many new entries at once are told to those who follow them; more are history, of which no channel is told. */
export const mostNews = 50;

/** By whom files with more than that are recorded. */
export const backfill = 'backfill';

/**
 * What came in bulk is history, whatever its dates: briefings and catch-ups have it, no channel is told of it.
 * The end of an embargo is news all the same.
 */
export const isHistory = (entry: Entry): boolean =>
  (entry.by === backfill || entry.inBulk === true) && !isHeldBack(before(entry, () => true));

/** Under an embargo that was not over already when it was set; until it is lifted, on record at least. */
export function isHeldBack({ embargoedUntil, revisions, at }: Entry): boolean {
  const setAt = revisions.findLast(({ was }) => 'embargoedUntil' in was)?.at ?? at;
  return embargoedUntil !== undefined && embargoedUntil > setAt;
}
