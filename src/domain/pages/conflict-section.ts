import type { NumberConflict } from '../briefing/number-conflicts.ts';
import { formatMoment } from '../language/dates.ts';
import { attributionOf, embargoMark } from './entry-line.ts';
import { bold, type Inline, italic, joined, type Part } from './page.ts';
import type { Drawing } from './shared-parts.ts';

/** At a glance: more figures than these in dispute are a story of their own. */
const mostLines = 6;

/** Each figure in dispute with who gives it: which one holds is for an editor to find out. */
export function conflictSection(conflicts: readonly NumberConflict[], drawing: Drawing): Part[] {
  if (conflicts.length === 0) return [];
  const first = conflicts.slice(0, mostLines);
  const lines = first.flatMap((conflict) => conflictLines(conflict, drawing)).slice(0, mostLines);
  return [{ part: 'list', heading: 'Figures that disagree', lines }];
}

export function conflictLines({ metric, asOf, entries }: NumberConflict, { names }: Drawing): Inline[][] {
  const when = asOf ? ` (${formatMoment({ date: asOf })})` : '';
  return entries.map((entry): Inline[] => {
    const { amount, unit, bound } = entry.figure;
    const labels = entry.sources.slice(0, 3).map(({ label }) => label);
    const said = labels.length > 0 ? labels.join(', ') : attributionOf(entry, names, 120);
    return [
      ...embargoMark(entry, names),
      `${metric}${when}: `,
      bold([bound, amount.toLocaleString('en'), unit].filter(Boolean).join(' ')),
      ' — ',
      ...joined([italic(said), { entry: entry.id }], ' · '),
    ];
  });
}
