import type { Newsroom } from '../newsroom.ts';
import type { Entry } from '../records/entry.ts';
import { byWeight, isDenial, type Line, type Look, lineOf } from './standing.ts';

/** What every briefing is made of: the same entries, parted by how sure the newsroom is. */
export interface Sections {
  known: Line[];
  reported: Line[];
  disputed: Line[];
  background: Line[];
}

/** A denial is read beside the claim it disputes; it has a line of its own only where it answers none shown. */
export const isReadBeside = (entry: Entry, isShownHere: (id: string) => boolean): boolean =>
  entry.kind === 'response' && isDenial(entry) && isShownHere(entry.response.respondsTo ?? '');

export function sectionsOf(newsroom: Newsroom, entries: readonly Entry[], look: Look): Sections {
  const sections: Sections = { known: [], reported: [], disputed: [], background: [] };
  const shown = new Set(entries.map((entry) => entry.id));
  for (const entry of [...entries].sort(byWeight)) {
    if (isReadBeside(entry, (id) => shown.has(id))) continue;
    const line = lineOf(newsroom, entry, look);
    sections[line.standing].push(line);
  }
  return sections;
}
