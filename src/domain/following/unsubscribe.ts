import type { Change } from '../change.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Problem } from '../problem.ts';
import type { Instant } from '../records/moment.ts';
import type { Subscription } from '../records/subscription.ts';
import { sharedAway } from './channel-stands.ts';
import { isPaused } from './wants-entry.ts';

/** A pause without an end: it ends when somebody ends it. */
export const untilResumed: Instant = '9999-12-31T23:59:59.999Z';

/** What is there of them still: somebody else may have been first. */
const standing = ({ subscriptions }: Newsroom, ids: readonly string[]): Subscription[] =>
  ids.flatMap((id) => subscriptions.get(id) ?? []);

/** Its channels are told; one of which a thread was asked in, there. */
export const unsubscribe =
  (ids: readonly string[], asked?: { channel: string; threadTs: string }) =>
  (newsroom: Newsroom): Change[] =>
    standing(newsroom, ids).map(({ id, channel }) => {
      const announce = asked?.channel === channel ? { threadTs: asked.threadTs } : {};
      return { type: 'unsubscribed', id, announce };
    });

/** What comes meanwhile is not delivered, then or later; corrections of what was shown are. */
export const pause =
  (ids: readonly string[], pausedUntil: Instant) =>
  (newsroom: Newsroom): Change[] =>
    standing(newsroom, ids)
      .filter((subscription) => subscription.pausedUntil !== pausedUntil)
      .map(({ id }) => ({ type: 'subscription-changed', id, set: { pausedUntil } }));

/** Ends a pause, and tries again what Slack refused; what waits for an editor waits for one. */
export const resume =
  (ids: readonly string[], { isEditor, by }: { isEditor: boolean; by: string }) =>
  (newsroom: Newsroom, now: Instant): Change[] | Problem => {
    const there = standing(newsroom, ids);
    const waiting = there.filter(({ parked }) => parked === sharedAway);
    if (waiting.length > 0 && !isEditor) return { problem: 'shared-channel' };
    return there.flatMap((subscription): Change[] => [
      ...(isPaused(subscription, now)
        ? [{ type: 'subscription-changed', id: subscription.id, set: { pausedUntil: null } } satisfies Change]
        : []),
      ...(subscription.parked === sharedAway
        ? [
            {
              type: 'subscription-changed',
              id: subscription.id,
              set: { sharedAgreedBy: by },
            } satisfies Change,
          ]
        : []),
      ...(subscription.parked === undefined
        ? []
        : [{ type: 'subscription-parked', id: subscription.id, error: null } satisfies Change]),
    ]);
  };
