import type { Change } from '../../change.ts';
import type { Newsroom } from '../../newsroom.ts';
import { isProblem, type Problem } from '../../problem.ts';
import type { Entry, EntryContent, EntryPatch } from '../../records/entry.ts';
import type { Instant } from '../../records/moment.ts';
import type { Viewer } from '../../rules/embargo.ts';
import { isSame } from '../is-repeated.ts';
import { findStanding } from './find-entry.ts';
import { kindFields } from './whole-entry.ts';

export type Correction = 'correct' | 'clarify';

export interface Correcting {
  id: string;
  act: Correction;
  set: EntryPatch;
  /** Required of a correction: what was wrong. */
  reason: string | undefined;
  /** How many revisions the entry had when the editor began to write. */
  revision: number;
  viewer: Viewer;
}

/** Corrects what was wrong, or says better what was right. Nobody’s version is written over unseen. */
export const correctEntry =
  ({ id, act, set, reason, revision, viewer }: Correcting) =>
  (newsroom: Newsroom, now: Instant): Change[] | Problem => {
    const entry = findStanding(newsroom, id, { viewer, now });
    if (isProblem(entry)) return entry;
    if (entry.revisions.length !== revision) return { problem: 'entry-moved', id, by: lastBy(entry) };
    if (Object.keys(set).length === 0) return { problem: 'entry-unchanged', id };
    if (act === 'clarify') return [{ type: 'entry-clarified', id, set, ...(reason ? { reason } : {}) }];
    if (!reason) return { problem: 'reason-missing', id, act };
    return [{ type: 'entry-corrected', id, set, reason }];
  };

export const lastBy = (entry: Entry): string => entry.revisions.at(-1)?.by ?? entry.by;

const patched = [
  'kind',
  'text',
  'stories',
  'entities',
  'attribution',
  'occurred',
  'urgency',
  'sources',
  ...kindFields,
] as const;

/** What to set so that `entry` says what `wanted` does; `null` clears a field that is gone. */
export function patchBetween(entry: EntryContent, wanted: EntryContent): EntryPatch {
  const [before, after] = [entry, wanted] as unknown as Record<string, unknown>[];
  const differing = patched.filter((field) => !isSame(before?.[field], after?.[field]));
  return Object.fromEntries(differing.map((field) => [field, after?.[field] ?? null]));
}
