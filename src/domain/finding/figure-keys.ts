import { foldName } from '../language/fold-name.ts';
import type { Entry } from '../records/entry.ts';

/** Words for the one unit that everybody writes in a way of their own. */
const percent = /^(?:%|percent|per cent|pct)$/;

/** Figures that say the same of the same: entity, metric, as-of date and unit, however they are spelt. */
export function figureKeys(entry: Entry): readonly string[] {
  if (entry.kind !== 'figure') return none;
  const { metric, unit, asOf = '' } = entry.figure;
  const counted = unit.trim().toLowerCase();
  const measure = percent.test(counted) ? 'percent' : foldName(counted) || counted;
  const counting = `${foldName(metric)}|${measure}|${asOf}`;
  return entry.entities.map((entity) => `${entity}|${counting}`);
}

const none: readonly string[] = [];
