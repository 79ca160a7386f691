import type { Entry } from '../records/entry.ts';
import type { Instant } from '../records/moment.ts';
import { earlierVersions } from '../records/revise.ts';
import type { History, Recorded } from '../records/revision.ts';
import { isEmbargoed, maySee } from '../rules/embargo.ts';
import type { Look } from './standing.ts';

/** One act on a record: what stood before it, what stands after. The first has nothing before it. */
export interface Step<R> extends Recorded {
  act: string;
  reason?: string;
  before?: R;
  after: R;
}

/** All that was done to a record, oldest first; `added` names how it came to be. */
export function stepsOf<R extends History>(record: R, added: string): Step<R>[] {
  const versions = [record, ...earlierVersions(record)].reverse();
  return versions.map((after, at): Step<R> => {
    const revision = record.revisions[at - 1];
    const stood = versions[at - 1];
    const { seq, at: when, by } = revision ?? record;
    return {
      seq,
      at: when,
      by,
      act: revision?.act ?? added,
      ...(revision?.reason === undefined ? {} : { reason: revision.reason }),
      ...(stood ? { before: stood } : {}),
      after,
    };
  });
}

/** An entry's steps as this viewer may know them: editors all; others none that took place under an embargo. */
export function entrySteps(entry: Entry, look: Look): Step<Entry>[] {
  const steps = stepsOf(entry, 'entry-added');
  if (look.viewer.role === 'editor') return steps;
  return maySee(entry, look.viewer, look.now) ? publicSteps(steps, look.now) : [];
}

const isOfEmbargo = ({ act }: Step<Entry>): boolean => act === 'entry-embargoed' || act === 'embargo-lifted';

/**
 * What was done under an embargo is told as of its end, and only what came of it: a reader learns neither of the
 * embargo nor of a wording that nobody was to see.
 */
function publicSteps(steps: readonly Step<Entry>[], now: Instant): Step<Entry>[] {
  const told: Step<Entry>[] = [];
  let seen: Entry | undefined;
  let hidden: Step<Entry>[] = [];

  const surface = (at: Instant): void => {
    const [first] = hidden;
    const after = hidden.at(-1)?.after;
    const known = seen;
    const acts = new Map(hidden.filter((step) => !isOfEmbargo(step)).map((step) => [step.act, step]));
    hidden = [];
    if (!first || !after || (!known && after.withdrawn)) return;
    if (known) for (const step of acts.values()) told.push({ ...step, at, before: known, after });
    else told.push({ seq: first.seq, by: first.by, at, act: 'entry-added', after });
    seen = after;
  };

  for (const step of steps) {
    const until = step.before?.embargoedUntil;
    if (hidden.length > 0 && until !== undefined && until <= step.at) surface(until);
    if (isEmbargoed(step.after, step.at)) hidden.push(step);
    else if (hidden.length > 0) {
      hidden.push(step);
      surface(step.at);
    } else if (!isOfEmbargo(step) && (seen || !step.after.withdrawn)) {
      told.push(step);
      seen = step.after;
    }
  }
  const until = steps.at(-1)?.after.embargoedUntil;
  if (hidden.length > 0 && until !== undefined && until <= now) surface(until);
  return told;
}
