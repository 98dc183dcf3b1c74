/**
 * A number that was estimated as it may be told: no finer than its standard error, 9,397 ± 211 as about 9,400. `about`: whether that
 * is to be said; an exact one stays as it is.
 */
export function asEstimate(value: number, error: number): { value: number; about: 'yes' | 'no' } {
  if (error <= 0) return { value, about: 'no' };
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(error)));
  return { value: Math.round(value / unit) * unit, about: 'yes' };
}
