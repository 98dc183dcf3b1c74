import type { CompareMetric, CompareScale } from '../../shared/launchComparison.ts';
import type { Format } from './format.ts';

/** One figure of a comparison: a count, a multiple of the brand's usual one, points, or a share in percent. */
export function sayComparisonValue(
  value: number,
  { metric, scale }: { metric: CompareMetric; scale: CompareScale },
  format: Format,
): string {
  if (metric === 'net') return format.signed(value);
  if (metric === 'theme') return format.percent(value / 100);
  return scale === 'size' ? `×${format.times(value)}` : format.number(value);
}
