/** Which sign stands before the decimals; null: not told. */
export type Decimals = 'point' | 'comma' | null;

const unknown = new Set(['', '-', '–', '—', '?', 'na', 'n/a', 'n.a.', 'nan', 'null', 'none', 'nil']);

/** Nothing is known: an empty cell and what people write for one. */
export const isUnknown = (cell: string): boolean => unknown.has(cell.trim().toLowerCase());

const grouped = (sign: string) => new RegExp(`^\\d{1,3}(?:\\${sign}\\d{3})+$`);
const groupedBy = { ',': grouped(','), '.': grouped('.'), ' ': grouped(' '), "'": grouped("'") };

/** Blanks of all kinds as one, typographic signs as plain ones; without currency and percent. */
function plainOf(cell: string): string {
  return cell
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[’ʼ]/g, "'")
    .replace(/^([+−-]?) ?[€$£¥]/, '$1')
    .replace(/ ?[€$£¥%]$/, '')
    .replace(/^−/, '-')
    .trim();
}

export const isPercent = (cell: string): boolean => cell.trim().endsWith('%');

/**
 * Which sign a cell uses for decimals, where it can only be one: "1,5" and "1.234,5" a comma, "1.5" and "1,234.5" a point.
 * "1,234" tells nothing, nor does "1.234".
 */
export function decimalsOf(cell: string): Decimals {
  const plain = plainOf(cell).replace(/^[+-]/, '').replace(/[ ']/g, '');
  if (!/^[\d.,]+$/.test(plain)) return null;
  const [comma, point] = [plain.lastIndexOf(','), plain.lastIndexOf('.')];
  if (comma >= 0 && point >= 0) return comma > point ? 'comma' : 'point';
  if (comma < 0 && point < 0) return null;
  const sign = comma >= 0 ? ',' : '.';
  const isOnce = plain.indexOf(sign) === plain.lastIndexOf(sign);
  // "0.123" has no thousands: nobody writes a group of nought.
  if (isOnce && (!groupedBy[sign].test(plain) || plain.startsWith('0'))) return sign === ',' ? 'comma' : 'point';
  if (isOnce) return null;
  return sign === ',' ? 'point' : 'comma';
}

function withoutGroups(whole: string, sign: ',' | '.' | null): string | null {
  if (/^\d*$/.test(whole)) return whole;
  const used = sign !== null && whole.includes(sign) ? sign : whole.includes(' ') ? ' ' : "'";
  return groupedBy[used].test(whole) ? whole.replaceAll(used, '') : null;
}

/**
 * The number of a cell: "1234.5", "1,234.5", "1 234,5", "1.234,5", "12 %", "€ 4,50", "1e6", "−3". NaN where it is none, 'ambiguous' where
 * `decimals` does not tell and a comma may be of thousands or of decimals. Percent stay percent: "12 %" is 12.
 */
export function readNumber(cell: string, decimals: Decimals): number | 'ambiguous' {
  const plain = plainOf(cell);
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)e[+-]?\d+$/i.test(plain)) return finite(Number(plain));
  const [, sign = '', digits = ''] = /^([+-]?)(.*)$/.exec(plain) ?? [];
  if (!/\d/.test(digits)) return Number.NaN;
  const said = decimalsOf(cell) ?? decimals;
  if (said === null && digits.includes(',')) return groupedBy[','].test(digits) ? 'ambiguous' : Number.NaN;
  // "1.234" of a file that nothing else is known of: what programs write.
  const [before, ...after] = digits.split(said === 'comma' ? ',' : '.');
  const whole = withoutGroups(before ?? '', said === 'comma' ? '.' : ',');
  const part = after[0] ?? '';
  if (whole === null || after.length > 1 || !/^\d*$/.test(part)) return Number.NaN;
  return finite(Number(`${sign}${whole || '0'}.${part || '0'}`));
}

const finite = (value: number) => (Number.isFinite(value) ? value : Number.NaN);
