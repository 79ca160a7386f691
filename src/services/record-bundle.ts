import type { Bundle } from '../domain/bundle.ts';
import { bundleParts, mostTogether } from '../domain/editing/bundle/bundle-parts.ts';
import { type Imported, importPart } from '../domain/editing/bundle/import-bundle.ts';
import { backfill, mostNews } from '../domain/following/wants-entry.ts';
import { finished } from '../domain/in-steps.ts';
import { isProblem, type Problem } from '../domain/problem.ts';
import { inTurns } from './in-turns.ts';
import type { NewsroomService } from './newsroom-service.ts';

export interface BundleRecording {
  /** For the faults. */
  file: string;
  /** Called before the first part and after each, when there is more than one. */
  onProgress?: (recorded: number, of: number) => void;
  /** Asked between parts: what is recorded stays, and the next run goes on from there. */
  isStopped?: () => boolean;
  most?: number;
}

export type BundleRecorded = Pick<Imported, 'added' | 'already'> & {
  /** How many of the entries in the bundle are recorded, where it ended early, and why. */
  ended?: { recorded: number; of: number; why: Problem | 'stopped' };
};

/** Checks all of a bundle first, then records it in parts that can be taken up again: each is one act. */
export async function recordBundle(
  service: NewsroomService,
  bundle: Bundle,
  { file, onProgress, isStopped = () => false, most = mostTogether }: BundleRecording,
): Promise<BundleRecorded | Problem> {
  const planned = await inTurns(importPart(service.newsroom, bundle, { whole: bundle, file }));
  if (isProblem(planned)) return planned;
  const { added, already } = planned;
  if (planned.changes.length === 0) return { added, already };

  const parts = bundleParts(bundle, most);
  const by = added.entries > mostNews ? backfill : 'import';
  const of = bundle.entries.length;
  let recorded = 0;
  for (const part of parts) {
    if (parts.length > 1) onProgress?.(recorded, of);
    const why = isStopped() ? 'stopped' : await recordPart(service, part, { whole: bundle, file, by });
    if (why && parts.length === 1 && why !== 'stopped') return why;
    if (why) return { added, already, ended: { recorded, of, why } };
    recorded += part.entries.length;
  }
  if (parts.length > 1) onProgress?.(recorded, of);
  return { added, already };
}

async function recordPart(
  service: NewsroomService,
  part: Bundle,
  { whole, file, by }: { whole: Bundle; file: string; by: string },
): Promise<Problem | undefined> {
  const recorded = await service.record(by, (newsroom) => {
    const decided = finished(importPart(newsroom, part, { whole, file }));
    return isProblem(decided) ? decided : decided.changes;
  });
  return isProblem(recorded) ? recorded : undefined;
}
