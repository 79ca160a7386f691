import type { Change } from '../../change.ts';
import type { Newsroom } from '../../newsroom.ts';
import { isProblem, type Problem } from '../../problem.ts';
import type { Verification } from '../../records/entry.ts';
import type { Instant } from '../../records/moment.ts';
import type { Source } from '../../records/source.ts';
import type { Viewer } from '../../rules/embargo.ts';
import { isSame } from '../is-repeated.ts';
import { findStanding } from './find-entry.ts';

export interface Verifying {
  id: string;
  verification: Verification;
  /** What it rests on now, beside what it rested on before. */
  sources: readonly Source[];
  reason: string | undefined;
  viewer: Viewer;
}

/** Moves an entry up or down; a new source alone is news, too. */
export const verifyEntry =
  ({ id, verification, sources, reason, viewer }: Verifying) =>
  (newsroom: Newsroom, now: Instant): Change[] | Problem => {
    const entry = findStanding(newsroom, id, { viewer, now });
    if (isProblem(entry)) return entry;
    const added = sources.filter(
      (source) => !entry.sources.some((other) => isSame(other.label, source.label)),
    );
    if (entry.verification === verification && added.length === 0) {
      return { problem: 'verification-unchanged', id, verification };
    }
    if (entry.sources.length + added.length > mostSources)
      return { problem: 'too-many-sources', id, most: mostSources };
    return [
      {
        type: 'entry-verified',
        id,
        verification,
        ...(added.length > 0 ? { sources: added } : {}),
        ...(reason ? { reason } : {}),
      },
    ];
  };

const mostSources = 50;
