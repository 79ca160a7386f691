/** Work that can be left after each step and taken up again: whoever runs it may let others have their turn there. */
export type InSteps<T> = Generator<undefined, T, undefined>;

/** All of it at once. */
export function finished<T>(work: InSteps<T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
