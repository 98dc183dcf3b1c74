import type { RollupRow } from '../../shared/rollup.ts';

/**
 * What a live window needs of a cell: country never, language only where brands and themes are taken together. The rows that
 * cross to the web thread at a start are then several times fewer; an empty language or country means: all of them.
 */
export function windowCell(row: RollupRow): RollupRow {
  return row.brand === '*' && row.theme === '*' ? { ...row, country: '' } : { ...row, lang: '', country: '' };
}
