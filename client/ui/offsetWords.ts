import type { Format } from './format.ts';

/** T0, T+6 h, T−12 d. */
export function offsetWords(offsetMs: number, format: Format): string {
  if (Math.round(offsetMs / 1_000) === 0) return 'T0';
  return `T${offsetMs < 0 ? '−' : '+'}${format.duration(Math.abs(offsetMs))}`;
}
