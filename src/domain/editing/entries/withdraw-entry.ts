import type { Change } from '../../change.ts';
import type { Newsroom } from '../../newsroom.ts';
import { isProblem, type Problem } from '../../problem.ts';
import type { Instant } from '../../records/moment.ts';
import type { Viewer } from '../../rules/embargo.ts';
import { findStanding } from './find-entry.ts';

/** Takes an entry back. It stays on record with the reason, and whoever was shown it is told. */
export const withdrawEntry =
  ({ id, reason, viewer }: { id: string; reason: string; viewer: Viewer }) =>
  (newsroom: Newsroom, now: Instant): Change[] | Problem => {
    const entry = findStanding(newsroom, id, { viewer, now });
    if (isProblem(entry)) return entry;
    if (reason.trim() === '') return { problem: 'reason-missing', id, act: 'withdraw' };
    return [{ type: 'entry-withdrawn', id, reason }];
  };
