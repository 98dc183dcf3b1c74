import type { Cell } from '../../shared/protocol.ts';
import type { SeriesKind } from './watched.ts';

/** Places in a `Cell`. */
const mentions = 0;
const distinct = 1;
const negative = 4;
const significantPositive = 6;
const significantNeutral = 7;
const significantNegative = 8;

/**
 * Distinct complaints, at least: cells do not tell opinions of copies apart, so every copy is taken for one of them. The second
 * sort alone would leave out half of the complaints that people really write; what is significant counts in any case.
 */
export function complaintsIn(cell: Cell | undefined): number {
  if (!cell) return 0;
  const copies = Math.max(0, cell[mentions] - cell[distinct]);
  return Math.max(0, cell[significantNegative], cell[negative] - copies);
}

/** What a series counts in a quarter-hour; of a share both its part and its whole. Copies speak only for `copies`. */
export type Measured = { value: number } | { part: number; whole: number };

/** `brand`: the cell of the whole brand, of which a theme has a share. */
export function measure(kind: SeriesKind, cell: Cell | undefined, brand: Cell | undefined): Measured {
  // A post that was taken back may be one whose count is forgotten.
  const of = (place: number) => Math.max(0, cell?.[place] ?? 0);
  const opinions = of(significantPositive) + of(significantNegative);
  switch (kind) {
    case 'volume':
      return { value: of(distinct) };
    case 'complaints':
      return { value: complaintsIn(cell) };
    case 'copies':
      return { value: Math.max(0, of(mentions) - of(distinct)) };
    case 'negative-share':
      return { part: of(significantNegative), whole: opinions + of(significantNeutral) };
    case 'net-sentiment':
      return { part: of(significantNegative), whole: opinions };
    case 'theme-share':
      return { part: of(distinct), whole: Math.max(of(distinct), brand?.[distinct] ?? 0) };
  }
}
