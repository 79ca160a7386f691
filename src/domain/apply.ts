import type { Act, Change } from './change.ts';
import { effectsOf } from './effects.ts';
import { type Newsroom, type Put, put } from './newsroom.ts';

/** Writes one change of an act into the newsroom and returns the puts that would undo it, last first. */
export function applyChange(newsroom: Newsroom, change: Change, act: Pick<Act, 'seq' | 'at' | 'by'>): Put[] {
  return effectsOf(newsroom, change, act)
    .map((write) => put(newsroom, write))
    .reverse();
}

/** Writes an act that the journal holds. Acts come in the order of their seq. */
export function applyAct(newsroom: Newsroom, act: Act): Put[] {
  const undo = act.changes.flatMap((change) => applyChange(newsroom, change, act).reverse()).reverse();
  newsroom.seq = act.seq;
  return undo;
}
