import type { Reader } from '../briefing/home.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Subscription } from '../records/subscription.ts';
import type { Viewer } from '../rules/embargo.ts';
import { isOwnerless } from './owner-stands.ts';

/** A subscription with which something is not as it should be. */
export interface Troubled {
  subscription: Subscription;
  /** Messages that wait to be posted there: entries, and word of what it follows. */
  owed: number;
}

/** Where nothing can be posted: editors see all of them, others their own. */
export const parkedFor = (newsroom: Newsroom, viewer: Viewer, { person }: Reader): Troubled[] =>
  troubled(
    newsroom,
    ({ parked, owner }) => parked !== undefined && (viewer.role === 'editor' || owner === person),
  );

/** Whose owner left: for editors to take over or to end. */
export const ownerlessFor = (newsroom: Newsroom, viewer: Viewer): Troubled[] =>
  viewer.role === 'editor' ? troubled(newsroom, isOwnerless) : [];

function troubled(
  { subscriptions, deliveries }: Newsroom,
  isSo: (subscription: Subscription) => boolean,
): Troubled[] {
  return [...subscriptions.all()].filter(isSo).map((subscription) => {
    return { subscription, owed: deliveries.by.subscription.count(subscription.id) };
  });
}
