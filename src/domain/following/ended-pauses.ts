import type { Change } from '../change.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Instant } from '../records/moment.ts';
import { isPaused } from './wants-entry.ts';

/** Puts on record that pauses are over, so that cards say so; what is new is posted from that minute on anyway. */
export const pausesEnded = ({ subscriptions }: Newsroom, now: Instant): Change[] =>
  [...subscriptions.where(subscriptions.by.paused, 'yes')]
    .filter((subscription) => !isPaused(subscription, now))
    .map(({ id }) => ({ type: 'subscription-changed', id, set: { pausedUntil: null } }));

/** When the next pause ends, if there is any. */
export const nextPauseEnd = ({ subscriptions }: Newsroom): Instant | undefined =>
  [...subscriptions.where(subscriptions.by.paused, 'yes')]
    .flatMap(({ pausedUntil }) => pausedUntil ?? [])
    .toSorted()
    .at(0);
