import { type Figure, figureSchema } from '../records/entry.ts';

const bounds: { readonly [word: string]: NonNullable<Figure['bound']> } = {
  about: 'about',
  around: 'about',
  nearly: 'under',
  over: 'over',
  'more than': 'over',
  'at least': 'over',
  under: 'under',
  'less than': 'under',
  'fewer than': 'under',
};
const scales: { readonly [word: string]: number } = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};

const pattern =
  /^(?:(about|around|nearly|over|more than|at least|under|less than|fewer than)\s+)?([-−]?\d[\d,]*(?:\.\d+)?)\s*(thousand|k|million|m|billion|bn|trillion)?(?:\s*(%)|\s+(\D.{0,39}))?$/i;

/** `over 80 percent`, `1,200`, `2.5 million`, `100%`: how much, of what, and whether it is a bound. */
export function readAmount(
  typed: string,
): (Pick<Figure, 'amount' | 'bound'> & { unit?: string }) | undefined {
  const [all, bound, digits = '', scale, percent, unit] =
    pattern.exec(typed.trim().replace(/\s+/g, ' ')) ?? [];
  if (all === undefined) return undefined;
  const amount =
    Number(digits.replaceAll(',', '').replace('−', '-')) * (scales[scale?.toLowerCase() ?? ''] ?? 1);
  if (!figureSchema.shape.amount.safeParse(amount).success) return undefined;
  const limit = bound && bounds[bound.toLowerCase()];
  return {
    amount,
    ...(limit ? { bound: limit } : {}),
    ...(percent ? { unit: 'percent' } : unit ? { unit } : {}),
  };
}
