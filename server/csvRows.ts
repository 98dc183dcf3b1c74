import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null | undefined;

/** What a spreadsheet may take for the start of a formula, behind whatever it skips first. */
const formulaStart = /^[\p{C}\p{Z}]*[=+\-@\u2212＝＋－＠]|^[\t\r]/u;

/** A text that a spreadsheet shows and does not run. Numbers stay numbers, negative ones too. */
const guardCell = (cell: Cell): Cell => (typeof cell === 'string' && formulaStart.test(cell) ? `'${cell}` : cell);

/** Rows as RFC 4180 (CRLF, quotes where needed); an absent cell is empty. `bom`: for the first piece of a file. */
export function csvRows(rows: readonly (readonly Cell[])[], { bom = false } = {}): string {
  return stringify(
    rows.map((row) => row.map(guardCell)),
    // A lone CR or LF ends a row for many a reader: the library quotes only its own end of row.
    // Excel takes a file without a byte order mark for the machine's old code page: accents would break.
    { bom, record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n]/ },
  );
}
