import type { Channel } from '../../shared/domain.ts';
import { emptyTally, type RollupRow, tallyFields } from '../../shared/rollup.ts';

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

/** Gives each name of a block its number. */
export function createSpelling() {
  const names: string[] = [];
  const numberOf = new Map<string, number>();
  return {
    names,
    spell(name: string): number {
      const known = numberOf.get(name);
      if (known !== undefined) return known;
      const number = names.push(name) - 1;
      numberOf.set(name, number);
      return number;
    },
  };
}

/** A block that grows row by row. Cloning rows as objects costs the sending and the receiving thread five times as much. */
export function createPacker() {
  const { names, spell } = createSpelling();
  let numbers = new Float64Array(256 * width);
  let used = 0;
  return {
    spell,
    /** Names as `spell` gave them; the counts are eleven numbers in the order of `tallyFields`, from `first` on. */
    push(
      at: number,
      brand: number,
      theme: number,
      channel: number,
      lang: number,
      country: number,
      counts: readonly number[],
      first: number,
    ): void {
      if (used === numbers.length) {
        const more = new Float64Array(numbers.length * 2);
        more.set(numbers);
        numbers = more;
      }
      numbers[used] = at;
      numbers[used + 1] = brand;
      numbers[used + 2] = theme;
      numbers[used + 3] = channel;
      numbers[used + 4] = lang;
      numbers[used + 5] = country;
      for (let field = 0; field < tallyFields.length; field++) numbers[used + 6 + field] = counts[first + field]!;
      used += width;
    },
    rows: (): PackedRows => ({ names, numbers: numbers.slice(0, used) }),
  };
}

export function packRows(rows: readonly RollupRow[]): PackedRows {
  const { spell, push, rows: packed } = createPacker();
  for (const row of rows)
    push(
      row.at,
      spell(row.brand),
      spell(row.theme),
      spell(row.channel),
      spell(row.lang),
      spell(row.country),
      tallyFields.map((field) => row[field]),
      0,
    );
  return packed();
}

/** The rows one after the other, each in the same object: whoever keeps one must copy it. */
export function* eachRow({ names, numbers }: PackedRows): Generator<RollupRow> {
  const row: RollupRow = { at: 0, brand: '', theme: '', channel: 'social', lang: '', country: '', ...emptyTally() };
  for (let at = 0; at < numbers.length; at += width) {
    row.at = numbers[at]!;
    row.brand = names[numbers[at + 1]!]!;
    row.theme = names[numbers[at + 2]!]!;
    row.channel = names[numbers[at + 3]!]! as Channel;
    row.lang = names[numbers[at + 4]!]!;
    row.country = names[numbers[at + 5]!]!;
    row.mentions = numbers[at + 6]!;
    row.distinct = numbers[at + 7]!;
    row.positive = numbers[at + 8]!;
    row.neutral = numbers[at + 9]!;
    row.negative = numbers[at + 10]!;
    row.significant = numbers[at + 11]!;
    row.significantPositive = numbers[at + 12]!;
    row.significantNeutral = numbers[at + 13]!;
    row.significantNegative = numbers[at + 14]!;
    row.reach = numbers[at + 15]!;
    row.engagement = numbers[at + 16]!;
    yield row;
  }
}

export function unpackRows(packed: PackedRows): RollupRow[] {
  const rows: RollupRow[] = [];
  for (const row of eachRow(packed)) rows.push({ ...row });
  return rows;
}
