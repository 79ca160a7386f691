import type { Act, Change } from './change.ts';
import { effectsOf } from './effects.ts';
import { type Newsroom, type Put, put } from './newsroom.ts';

/** Writes one change of an act into the newsroom and returns the puts that would undo it, last first. */
function applyChange(newsroom: Newsroom, change: Change, act: Pick<Act, 'seq' | 'at' | 'by'>): Put[] {
  const undo: Put[] = [];
  for (const write of effectsOf(newsroom, change, act)) undo.push(put(newsroom, write));
  return undo.reverse();
}

/** Writes an act that the journal holds, whole or not at all. Acts come in the order of their seq. */
export function applyAct(newsroom: Newsroom, act: Act): Put[] {
  const undo: Put[][] = [];
  try {
    for (const change of act.changes) undo.push(applyChange(newsroom, change, act));
  } catch (bug) {
    for (const write of undo.reverse().flat()) put(newsroom, write);
    throw bug;
  }
  newsroom.seq = act.seq;
  return undo.reverse().flat();
}
