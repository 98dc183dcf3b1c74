import type { AlertKind } from '../../shared/alertKinds.ts';
import type { AlertFigure } from '../../shared/alerts.ts';
import type { Format } from './format.ts';
import type { Say } from './useWords.ts';

const shares: ReadonlySet<AlertKind> = new Set(['negative-share', 'net-sentiment', 'theme-share']);
export const isShareKind = (kind: AlertKind): boolean => shares.has(kind);

/** What is unhappy is orange; what only is a lot is ink. */
export const isNegativeKind = (kind: AlertKind): boolean =>
  kind === 'complaints' || kind === 'negative-share' || kind === 'net-sentiment';

/** "38", "0.4" or "54 %". */
export function alertValue(kind: AlertKind, value: number, format: Format): string {
  if (isShareKind(kind)) return format.percent(value);
  return value < 9.95 && !Number.isInteger(value) ? format.times(value) : format.number(value);
}

/** "usual: 4, at most 9"; of silence the least. What is not known yet is said so. */
export function sayUsual(
  { kind, isKnown }: { kind: AlertKind; isKnown: boolean },
  { expected, low, high }: AlertFigure,
  say: Say,
  format: Format,
): string {
  if (!isKnown) return say('alert.usualUnknown');
  const usual = alertValue(kind, expected, format);
  if (kind === 'silent-source')
    return low === undefined || low <= 0
      ? say('alert.usual', { usual })
      : say('alert.usualAtLeast', { usual, low: alertValue(kind, low, format) });
  return high === undefined
    ? say('alert.usual', { usual })
    : say('alert.usualAtMost', { usual, high: alertValue(kind, high, format) });
}
