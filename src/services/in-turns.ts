import type { InSteps } from '../domain/in-steps.ts';

/** A command that comes meanwhile waits for half of this, on average. */
const turnMs = 2;

export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Does the work a little at a time: between two turns, everything else that waits has its own. */
export async function inTurns<T>(work: InSteps<T>): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - begun < turnMs) continue;
    await nextTurn();
    begun = performance.now();
  }
}
