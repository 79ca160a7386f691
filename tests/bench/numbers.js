/** The figure that as many are above as below. */
export const median = (figures) => quantile(figures, 0.5);

export function quantile(figures, share) {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** The least and the greatest. */
export const spread = (figures) => [Math.min(...figures), Math.max(...figures)];
