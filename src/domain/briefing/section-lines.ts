import { firstFrom } from '../first-from.ts';
import type { Entry } from '../records/entry.ts';
import type { Sections } from './sections.ts';
import { byWeight, type Line } from './standing.ts';

/** The lines of each section by weight, to be added to. */
export class SectionLines {
  private readonly lines: Sections = { known: [], reported: [], disputed: [], background: [] };

  /** One that weighs less than all before it. */
  push(line: Line): void {
    this.lines[line.standing].push(line);
  }

  insert(line: Line): void {
    const lines = this.lines[line.standing];
    lines.splice(placeIn(lines, line.entry), 0, line);
  }

  remove(entry: Entry): void {
    for (const lines of Object.values(this.lines) as Line[][]) {
      const at = placeIn(lines, entry);
      if (lines[at]?.entry === entry) lines.splice(at, 1);
    }
  }

  get sections(): Sections {
    const { known, reported, disputed, background } = this.lines;
    return {
      known: [...known],
      reported: [...reported],
      disputed: [...disputed],
      background: [...background],
    };
  }
}

/** Where the entry stands among the lines, or would stand. */
const placeIn = (lines: readonly Line[], entry: Entry): number =>
  firstFrom(lines, (line) => byWeight(line.entry, entry) < 0);
