import type { Outcome } from './verb.ts';

/** Whoever typed one line and is refused reads why; a form was not what they asked for. */
export function inOneLine(outcome: Outcome): Outcome {
  if (!('decide' in outcome)) return outcome;
  const { decide, told } = outcome;
  return { decide, told };
}
