const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const decimalComma = /^[+-]?\d+,\d+$/;
/** Thousands set apart by a space, also one that does not break: nothing else than a number is written so. */
const spaced = /^[+-]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?$/;

/**
 * The number that a cell of CSV writes, undefined where it writes none. Spreadsheets that separate cells by semicolons or tabs write
 * decimal commas, and spaces between thousands; where the comma separates cells, `1,5` is nobody's number, and `1.234,5` is a guess that we leave.
 */
export function decimalOf(text: string, delimiter: string): number | undefined {
  const said = text.trim();
  if (decimal.test(said)) return Number(said);
  if (delimiter !== ',' && decimalComma.test(said)) return Number(said.replace(',', '.'));
  if (delimiter !== ',' && spaced.test(said)) return Number(said.replace(/[ \u00a0\u202f]/g, '').replace(',', '.'));
  return undefined;
}
