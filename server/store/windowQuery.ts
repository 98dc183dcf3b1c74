import type { Database } from 'better-sqlite3';
import type { Channel } from '../../shared/domain.ts';
import { bucketOf, mergeRollups, minuteMs, quarterMs, type RollupRow } from '../../shared/rollup.ts';
import { firstSort, outcomeOf } from './codes.ts';
import { createFunnelSum, mergeFunnel } from './counted.ts';
import type { Meta } from './meta.ts';
import { everyId, type Names } from './names.ts';
import { createPackedSum } from './packedSum.ts';
import { createPacker, unpackRows } from './packRows.ts';
import { countedRow, sortedRow } from './rows.ts';
import type { FunnelRow, WindowRows } from './store.ts';
import type { PostReader } from './tail.ts';
import { tallyColumns, tallyFrom } from './tiers.ts';

type CellTier = 'minute' | 'quarter';
type Packer = ReturnType<typeof createPacker>;

/** Reads whole cells and funnel rows: what the live window starts with, and what a recount is compared with. */
export function createWindowQuery(db: Database, posts: PostReader) {
  const pairs = db.prepare<[], { brand: number; theme: number }>('SELECT DISTINCT brand, theme FROM day');
  const cells = (tier: CellTier) =>
    db
      .prepare<[number, number, number, number], number[]>(
        `SELECT at, channel, lang, country, ${tallyColumns} FROM ${tier}
         WHERE brand = ? AND theme = ? AND at >= ? AND at < ?`,
      )
      .raw();
  const cellsOf = { minute: cells('minute'), quarter: cells('quarter') };
  const summed = tallyColumns.map((column) => `sum(${column})`).join(', ');
  /**
   * What a live window needs of them, summed by SQLite in the order of the key: country never, language only where all
   * brands and themes are taken together.
   */
  const foldedCells = (tier: CellTier, lang: 'lang' | '0 AS lang') =>
    db
      .prepare<[number, number, number, number], number[]>(
        `SELECT at, channel, ${lang}, ${summed} FROM ${tier}
         WHERE brand = ? AND theme = ? AND at >= ? AND at < ? GROUP BY at, channel${lang === 'lang' ? ', lang' : ''}`,
      )
      .raw();
  const foldedOf = {
    minute: { all: foldedCells('minute', 'lang'), named: foldedCells('minute', '0 AS lang') },
    quarter: { all: foldedCells('quarter', 'lang'), named: foldedCells('quarter', '0 AS lang') },
  };
  const outcomes = (tier: CellTier) =>
    db
      .prepare<[number, number, number], number[]>(
        `SELECT at, source, outcome, posts FROM funnel_${tier} WHERE brand = ? AND at >= ? AND at < ?`,
      )
      .raw();
  const outcomesOf = { minute: outcomes('minute'), quarter: outcomes('quarter') };

  function* rollups(tier: CellTier, from: number, to: number, names: Names): Generator<RollupRow> {
    for (const { brand, theme } of pairs.all())
      for (const row of cellsOf[tier].iterate(brand, theme, from, to))
        yield {
          at: row[0]!,
          brand: names.nameOf(brand),
          theme: names.nameOf(theme),
          channel: names.nameOf(row[1]!) as Channel,
          lang: names.nameOf(row[2]!),
          country: names.nameOf(row[3]!),
          ...tallyFrom(row, 4),
        };
  }

  function packCells(into: Packer, tier: CellTier, from: number, to: number, names: Names): void {
    const { spell, push } = into;
    const nothing = spell('');
    for (const pair of pairs.all()) {
      const isAll = pair.brand === everyId && pair.theme === everyId;
      const brand = spell(names.nameOf(pair.brand));
      const theme = spell(names.nameOf(pair.theme));
      for (const row of foldedOf[tier][isAll ? 'all' : 'named'].iterate(pair.brand, pair.theme, from, to)) {
        const lang = isAll ? spell(names.nameOf(row[2]!)) : nothing;
        push(row[0]!, brand, theme, spell(names.nameOf(row[1]!)), lang, nothing, row, 3);
      }
    }
  }

  /** Screens watch the funnel of all brands together; that of one brand is asked for, not watched. */
  function* funnel(tier: CellTier, from: number, to: number, names: Names): Generator<FunnelRow> {
    const all = names.find('*');
    if (all === undefined) return;
    for (const row of outcomesOf[tier].iterate(all, from, to))
      yield {
        at: row[0]!,
        source: names.nameOf(row[1]!),
        brand: '*',
        outcome: outcomeOf(row[2]!),
        posts: row[3]!,
      };
  }

  /** Counts what no tier holds yet; `seam` parts quarters from minutes. */
  function countBehind(from: number, seam: number, names: Names, meta: Meta) {
    const old = createPackedSum(quarterMs);
    const young = createPackedSum();
    const funnelSum = createFunnelSum('all-brands');
    for (const row of posts.behind(meta.counted)) {
      if (row.at < from) continue;
      funnelSum.add({ at: row.at, source: names.nameOf(row.source) }, sortedRow(row), 1);
      if (row.outcome < firstSort) (row.at < seam ? old : young).add(countedRow(row, names));
    }
    return { rows: [old.rows(), young.rows()], funnel: funnelSum.rows() };
  }

  return {
    /** The seam between quarters and minutes is the quarter that holds `minutesFrom`, or where minutes were pruned. */
    window(from: number, minutesFrom: number, names: Names, meta: Meta): WindowRows {
      const seam = Math.max(bucketOf(minutesFrom, quarterMs), meta.minutesFrom);
      const start = bucketOf(from, from < seam ? quarterMs : minuteMs);
      const last = Number.MAX_SAFE_INTEGER;
      const packer = createPacker();
      packCells(packer, 'quarter', start, seam, names);
      packCells(packer, 'minute', Math.max(start, seam), last, names);
      const behind = countBehind(start, seam, names, meta);
      const old = behind.funnel.filter((row) => row.at < seam);
      return {
        rows: [packer.rows(), ...behind.rows],
        funnel: [
          ...funnel('quarter', start, seam, names),
          ...funnel('minute', Math.max(start, seam), last, names),
          ...mergeFunnel(old, quarterMs),
          ...behind.funnel.filter((row) => row.at >= seam),
        ],
        seq: meta.seq,
      };
    },
    /** All quarters since `from`, with what is not yet counted. */
    quarters(from: number, names: Names, meta: Meta): RollupRow[] {
      const behind = countBehind(from, Number.POSITIVE_INFINITY, names, meta).rows.flatMap(unpackRows);
      return mergeRollups(concat(rollups('quarter', from, Number.MAX_SAFE_INTEGER, names), behind), quarterMs);
    },
  };
}

function* concat<Item>(...parts: Iterable<Item>[]): Generator<Item> {
  for (const part of parts) yield* part;
}
