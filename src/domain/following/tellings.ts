import type { Entry } from '../records/entry.ts';
import type { Instant } from '../records/moment.ts';
import { earlierVersions } from '../records/revise.ts';
import type { Revision } from '../records/revision.ts';
import { isHeldBack } from './wants-entry.ts';

/** Acts of which everybody is told who was shown the entry, the gravest first: that one gives the word its name. */
const rippling = ['entry-withdrawn', 'entry-corrected', 'entry-clarified', 'entry-verified'];

export const isRippling = ({ act }: Pick<Revision, 'act'>): boolean => rippling.includes(act);

/** The gravest of these acts: a correction is called one, whatever was done beside it. */
export function gravest<R extends Pick<Revision, 'act'>>(acts: readonly [R, ...R[]]): R {
  const weight = ({ act }: R): number => rippling.indexOf(act);
  return acts.reduce((grave, other) => (weight(other) <= weight(grave) ? other : grave));
}

/** Acts that are told as one: what nobody was to read between them is not read out afterwards. */
export interface Telling {
  acts: [Revision, ...Revision[]];
  /** The first and the last of them, as counts of the entry's revisions; the last names the telling. */
  first: number;
  revision: number;
  /** When everybody could first read what came of them: under an embargo, at its end. */
  at: Instant;
}

/**
 * What is told of an entry, oldest first: each act by itself, those of one act of the journal together, and all that
 * was done under one embargo together.
 */
export function tellingsOf(entry: Entry): Telling[] {
  const { revisions } = entry;
  const versions = [entry, ...earlierVersions(entry)].reverse();
  const tellings: Telling[] = [];
  let open: Telling | undefined;
  for (const [index, revision] of revisions.entries()) {
    const last = revisions[index - 1];
    const stood = versions[index];
    if (last?.seq !== revision.seq && stood && !isHeldBack(stood)) open = undefined;
    if (isRippling(revision)) {
      if (open) open.acts.push(revision);
      else {
        open = { acts: [revision], first: index + 1, revision: index + 1, at: revision.at };
        tellings.push(open);
      }
      open.revision = index + 1;
    }
    if (open) open.at = revision.at;
  }
  return tellings;
}

/** The telling that an act belongs to; one that is not told belongs to the last before it, or else to the first. */
export function tellingAt(tellings: readonly Telling[], revision: number): Telling | undefined {
  const isIn = (telling: Telling): boolean => telling.first <= revision && revision <= telling.revision;
  return tellings.find(isIn) ?? tellings.findLast((telling) => telling.revision <= revision) ?? tellings[0];
}
