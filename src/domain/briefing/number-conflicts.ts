import { figureKeys } from '../finding/figure-keys.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Entry, Figure } from '../records/entry.ts';
import type { Index } from '../table.ts';
import { type Look, shownEntries } from './standing.ts';

/** Entries that give different numbers for the same thing at the same time; both cannot be right. */
export interface NumberConflict {
  metric: string;
  asOf?: string;
  entries: FigureEntry[];
}

export type FigureEntry = Extract<Entry, { kind: 'figure' }>;

const isFigure = (entry: Entry): entry is FigureEntry => entry.kind === 'figure';

/** The figures among these entries that another one, of any story, contradicts. */
export function numberConflicts(newsroom: Newsroom, entries: readonly Entry[], look: Look): NumberConflict[] {
  const ids = new Set(entries.map(({ id }) => id));
  const keys = [...new Set(entries.flatMap(figureKeys))].filter((key) => isGivenTwice(newsroom.entries, key));
  return conflictsOver(newsroom, keys, { look, isHere: ({ id }) => ids.has(id) });
}

/** Most figures are not, now or earlier, and nothing contradicts them. */
export const isGivenTwice = ({ by }: Given, key: string): boolean =>
  by.figure.count(key) + by.formerFigure.count(key) > 1;

interface Given {
  by: Record<'figure' | 'formerFigure', Index<Entry>>;
}

/** The same for all figures of these keys; `isHere` tells which of those that are shown are among them. */
export function conflictsOver(
  { entries: table }: Newsroom,
  keys: Iterable<string>,
  { look, isHere }: { look: Look; isHere: (entry: Entry) => boolean },
): NumberConflict[] {
  const conflicts = new Map<string, NumberConflict>();
  for (const key of keys) {
    const rivals = shownEntries(table.where(table.by.figure, key), look).filter(isFigure);
    const disagreeing = rivals.filter((entry) =>
      rivals.some((other) => disagree(entry.figure, other.figure)),
    );
    const [first] = disagreeing;
    if (!first || !disagreeing.some(isHere)) continue;
    const { metric, asOf } = first.figure;
    // Two companies in the same two entries are one disagreement.
    const ids = disagreeing.map(({ id }) => id).join(' ');
    conflicts.set(ids, { metric, ...(asOf ? { asOf } : {}), entries: disagreeing });
  }
  return [...conflicts.values()];
}

/** `about 80` is taken to stand for anything this near to it. */
const aboutShare = 0.05;

interface Range {
  from: number;
  to: number;
  /** Whether an end itself may be the number. */
  holds: (end: number) => boolean;
}

function rangeOf({ amount, bound }: Figure): Range {
  if (bound === 'over') return { from: amount, to: Number.POSITIVE_INFINITY, holds: (end) => end > amount };
  if (bound === 'under') return { from: Number.NEGATIVE_INFINITY, to: amount, holds: (end) => end < amount };
  const slack = bound === 'about' ? Math.abs(amount) * aboutShare : 0;
  return { from: amount - slack, to: amount + slack, holds: () => true };
}

/** Whether no number can be what both say: `over 80` goes with 85 and with `over 90`, not with 80. */
export function disagree(a: Figure, b: Figure): boolean {
  const [one, other] = [rangeOf(a), rangeOf(b)];
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  return from > to || (from === to && !(one.holds(from) && other.holds(from)));
}
