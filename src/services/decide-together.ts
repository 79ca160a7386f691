import { applyAct } from '../domain/apply.ts';
import type { Act, Change } from '../domain/change.ts';
import { type Newsroom, type Put, put } from '../domain/newsroom.ts';
import { isProblem, type Problem } from '../domain/problem.ts';

/** Reads the newsroom and says what is to change, or why not. Pure: it may be asked again. */
export type Decide<Refusal extends Problem = Problem> = (
  newsroom: Newsroom,
  now: string,
) => Change[] | Refusal;

/** The act as recorded; `changes` is empty when there was nothing to do. */
export interface Recorded {
  seq: number;
  changes: readonly Change[];
}

export interface Waiting {
  by: string;
  decide: Decide;
  settle: (outcome: Recorded | Problem) => void;
  fail: (bug: unknown) => void;
}

/** What was decided for one who waits: an act, a problem, or neither, when there was nothing to do. */
interface Verdict {
  waiting: Waiting;
  act?: Act;
  answer?: Problem;
}

/** What was decided in one go. `writes` are what the acts come to. */
export interface Decided {
  verdicts: Verdict[];
  acts: Act[];
  writes: Put[];
}

/**
 * Each decision sees what those before it would change, and what `ahead` will: decided, and not on disk yet. All of it
 * is undone before anybody else runs, so nobody ever reads a newsroom that the disk does not have.
 */
export function decideTogether(
  newsroom: Newsroom,
  batch: readonly Waiting[],
  { at, ahead }: { at: string; ahead: readonly Decided[] },
): Decided {
  const before = newsroom.seq;
  const undoAhead: Put[] = [];
  for (const { acts, writes } of ahead) {
    for (const write of writes) undoAhead.push(put(newsroom, write));
    newsroom.seq += acts.length;
  }
  const verdicts: Verdict[] = [];
  const acts: Act[] = [];
  const undo: Put[][] = [];
  for (const waiting of batch) {
    try {
      const changes = waiting.decide(newsroom, at);
      if (isProblem(changes)) verdicts.push({ waiting, answer: changes });
      else if (changes.length === 0) verdicts.push({ waiting });
      else {
        const act = { seq: newsroom.seq + 1, at, by: waiting.by, changes };
        undo.push(applyAct(newsroom, act));
        acts.push(act);
        verdicts.push({ waiting, act });
      }
    } catch (bug) {
      waiting.fail(bug);
    }
  }
  // What undoes the undoing does the act.
  const writes: Put[] = [];
  for (const puts of undo.reverse()) for (const write of puts) writes.push(put(newsroom, write));
  for (const write of undoAhead.reverse()) put(newsroom, write);
  newsroom.seq = before;
  return { verdicts, acts, writes: writes.reverse() };
}
