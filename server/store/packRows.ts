import type { Channel } from '../../shared/domain.ts';
import type { RollupRow } from '../../shared/rollup.ts';

/** Rollup rows as one block of numbers that moves between threads without a copy; `names` spells what they stand for. */
export type PackedRows = { names: string[]; numbers: Float64Array<ArrayBuffer> };

/** Where each field of a row stands in its stretch of numbers. */
export const packedColumns = {
  at: 0,
  brand: 1,
  theme: 2,
  channel: 3,
  lang: 4,
  country: 5,
  mentions: 6,
  distinct: 7,
  positive: 8,
  neutral: 9,
  negative: 10,
  significant: 11,
  significantPositive: 12,
  significantNeutral: 13,
  significantNegative: 14,
  reach: 15,
  engagement: 16,
} as const;
export const packedWidth = 17;
const width = packedWidth;

/** Cloning rows as objects costs the sending and the receiving thread five times as much. */
export function packRows(rows: readonly RollupRow[]): PackedRows {
  const names: string[] = [];
  const numberOf = new Map<string, number>();
  const spell = (name: string): number => {
    let number = numberOf.get(name);
    if (number === undefined) {
      number = names.push(name) - 1;
      numberOf.set(name, number);
    }
    return number;
  };
  const numbers = new Float64Array(rows.length * width);
  let at = 0;
  for (const row of rows) {
    numbers[at] = row.at;
    numbers[at + 1] = spell(row.brand);
    numbers[at + 2] = spell(row.theme);
    numbers[at + 3] = spell(row.channel);
    numbers[at + 4] = spell(row.lang);
    numbers[at + 5] = spell(row.country);
    numbers[at + 6] = row.mentions;
    numbers[at + 7] = row.distinct;
    numbers[at + 8] = row.positive;
    numbers[at + 9] = row.neutral;
    numbers[at + 10] = row.negative;
    numbers[at + 11] = row.significant;
    numbers[at + 12] = row.significantPositive;
    numbers[at + 13] = row.significantNeutral;
    numbers[at + 14] = row.significantNegative;
    numbers[at + 15] = row.reach;
    numbers[at + 16] = row.engagement;
    at += width;
  }
  return { names, numbers };
}

export function unpackRows({ names, numbers }: PackedRows): RollupRow[] {
  const rows: RollupRow[] = [];
  for (let at = 0; at < numbers.length; at += width)
    rows.push({
      at: numbers[at]!,
      brand: names[numbers[at + 1]!]!,
      theme: names[numbers[at + 2]!]!,
      channel: names[numbers[at + 3]!]! as Channel,
      lang: names[numbers[at + 4]!]!,
      country: names[numbers[at + 5]!]!,
      mentions: numbers[at + 6]!,
      distinct: numbers[at + 7]!,
      positive: numbers[at + 8]!,
      neutral: numbers[at + 9]!,
      negative: numbers[at + 10]!,
      significant: numbers[at + 11]!,
      significantPositive: numbers[at + 12]!,
      significantNeutral: numbers[at + 13]!,
      significantNegative: numbers[at + 14]!,
      reach: numbers[at + 15]!,
      engagement: numbers[at + 16]!,
    });
  return rows;
}
