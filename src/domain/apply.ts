import type { Act } from './change.ts';
import { effectsOf } from './effects.ts';
import { type Newsroom, type Put, put } from './newsroom.ts';

/** Writes an act that the journal holds, whole or not at all, and returns the puts that undo it. Acts come in the order of their seq. */
export function applyAct(newsroom: Newsroom, act: Act): Put[] {
  const undo: Put[] = [];
  try {
    for (const change of act.changes)
      for (const write of effectsOf(newsroom, change, act)) undo.push(put(newsroom, write));
  } catch (bug) {
    for (const write of undo.reverse()) put(newsroom, write);
    throw bug;
  }
  newsroom.seq = act.seq;
  return undo.reverse();
}
