const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const decimalComma = /^[+-]?\d+,\d+$/;

/**
 * The number that a cell of CSV writes, undefined where it writes none. Spreadsheets that separate cells by semicolons or tabs write
 * decimal commas; where the comma separates cells, `1,5` is nobody's number, and `1.234,5` is a guess that we leave.
 */
export function decimalOf(text: string, delimiter: string): number | undefined {
  const said = text.trim();
  if (decimal.test(said)) return Number(said);
  if (delimiter !== ',' && decimalComma.test(said)) return Number(said.replace(',', '.'));
  return undefined;
}
