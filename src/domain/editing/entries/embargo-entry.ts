import type { Change } from '../../change.ts';
import type { Newsroom } from '../../newsroom.ts';
import { isProblem, type Problem } from '../../problem.ts';
import type { Instant } from '../../records/moment.ts';
import { isEmbargoed, type Viewer } from '../../rules/embargo.ts';
import { findStanding } from './find-entry.ts';

/** Holds an entry back until a minute to come, or moves that minute. */
export const embargoEntry =
  ({ id, until, viewer }: { id: string; until: Instant; viewer: Viewer }) =>
  (newsroom: Newsroom, now: Instant): Change[] | Problem => {
    const entry = findStanding(newsroom, id, { viewer, now });
    if (isProblem(entry)) return entry;
    // It was still to come when it was typed; the form may have been open for longer.
    if (until <= now) return { problem: 'embargo-past', id };
    if (entry.embargoedUntil === until) return { problem: 'entry-unchanged', id };
    return [{ type: 'entry-embargoed', id, until }];
  };

/** Shows an entry to everybody before its time. */
export const liftEmbargo =
  ({ id, viewer }: { id: string; viewer: Viewer }) =>
  (newsroom: Newsroom, now: Instant): Change[] | Problem => {
    const entry = findStanding(newsroom, id, { viewer, now });
    if (isProblem(entry)) return entry;
    if (!isEmbargoed(entry, now)) return { problem: 'not-embargoed', id };
    return [{ type: 'embargo-lifted', id }];
  };
