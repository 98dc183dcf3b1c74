import type { Database } from 'better-sqlite3';
import { isLaunchTheme } from '../../shared/launchThemes.ts';
import type { SeriesPoint } from '../../shared/protocol.ts';
import { type CountedMention, dayMs } from '../../shared/rollup.ts';
import { type Calendar, createCalendar } from './calendar.ts';
import { firstSort } from './codes.ts';
import { mentionsList, severalList } from './lists.ts';
import type { Meta } from './meta.ts';
import { everyId, type Names } from './names.ts';
import { type CountRow, countedRow } from './rows.ts';
import {
  createSeries,
  needsCorrection,
  passesPlace,
  type Series,
  sharesOf,
  summedSharesOf,
  tallyOf,
} from './seriesCount.ts';
import type { SeriesFilter } from './store.ts';
import type { PostReader } from './tail.ts';
import { cutRange } from './tierPlan.ts';
import { type Tier, tallyColumns, tallyFrom, tierMs } from './tiers.ts';

const sums = tallyColumns.map((column) => `sum(${column})`).join(', ');
/** Keeps the division below away from negative numbers, which SQLite rounds towards zero. */
const biasSteps = 100_000;

/** Answers `series` from the tiers, their ends and everything not yet counted from the posts. */
export function createSeriesQuery(db: Database, posts: PostReader) {
  const extent = db.prepare<[], { first: number | null; last: number | null }>(
    'SELECT min(at) AS first, max(at) AS last FROM day WHERE brand = 0 AND theme = 0',
  );
  const nextBrand = db.prepare<[number], number | null>('SELECT min(brand) FROM day WHERE brand > ?').pluck();
  const nextTheme = db
    .prepare<[number], number | null>('SELECT min(theme) FROM day WHERE brand = 0 AND theme > ?')
    .pluck();

  /** All brands (themes) that ever counted, but `*`: a jump per name through the key. */
  function all(next: typeof nextBrand): number[] {
    const ids: number[] = [];
    for (let id = next.get(everyId); id !== null && id !== undefined; id = next.get(id)) ids.push(id);
    return ids;
  }

  const themesIn = (names: Names) => all(nextTheme).filter((id) => !isLaunchTheme(names.nameOf(id)));

  /** Numbers of the names asked for; a name that the store never met has no rows. */
  const idsOf = (asked: readonly string[], names: Names) => asked.flatMap((name) => names.find(name) ?? []);

  function addTier(series: Series, filter: SeriesFilter, names: Names, piece: TierPiece, calendar: Calendar): void {
    const { by } = filter;
    const brands = filter.brands?.length ? idsOf(filter.brands, names) : by === 'brand' ? all(nextBrand) : [everyId];
    const themes = filter.themes?.length ? idsOf(filter.themes, names) : by === 'theme' ? themesIn(names) : [everyId];
    const clauses = [`brand IN (${brands})`, `theme IN (${themes})`, `at >= ${piece.from}`, `at < ${piece.to}`];
    const places = { channel: filter.channels, lang: filter.langs, country: filter.countries };
    for (const [column, asked] of Object.entries(places))
      if (asked?.length) clauses.push(`${column} IN (${idsOf(asked, names)})`);
    const { stepMs } = calendar;
    const key = by ?? `${everyId}`;
    // Days by days: each row is a point already, and what SQLite need not sort costs half.
    const isPoint = (piece.tier === 'day' || piece.tier === 'hour') && stepMs === tierMs[piece.tier];
    // Numbers only, all computed here: they are written into the text, because bound ones would divide as fractions.
    const rows = db
      .prepare<[], number[]>(
        `SELECT (at + ${piece.shiftMs + biasSteps * stepMs}) / ${stepMs} - ${biasSteps} AS bucket, ${key} AS key,
           ${isPoint ? tallyColumns.join(', ') : sums}
         FROM ${piece.tier} WHERE ${clauses.join(' AND ')} ${isPoint ? '' : 'GROUP BY bucket, key'}`,
      )
      .raw();
    for (const row of rows.iterate()) series.add(row[0]!, by ? names.nameOf(row[1]!) : '', tallyFrom(row, 2));
  }

  /** Each mention of the rows, in range and place, is counted as a mention should be. */
  function addPosts(series: Series, filter: SeriesFilter, names: Names, rows: Iterable<CountRow>, calendar: Calendar) {
    for (const mention of mentionsIn(rows, filter, names))
      for (const share of sharesOf(mention, filter))
        series.add(calendar.indexOf(mention.at), share.key, tallyOf(mention, share.opinion));
  }

  /** Mentions that the sums counted several times: take that back, count them once. */
  function correct(series: Series, filter: SeriesFilter, names: Names, piece: TierPiece, calendar: Calendar): void {
    for (const mention of mentionsIn(posts.inList(severalList, piece.from, piece.to), filter, names)) {
      const index = calendar.indexOf(mention.at);
      for (const share of summedSharesOf(mention, filter))
        series.add(index, share.key, tallyOf(mention, share.opinion), -1);
      for (const share of sharesOf(mention, filter)) series.add(index, share.key, tallyOf(mention, share.opinion));
    }
  }

  return function answer(filter: SeriesFilter, names: Names, meta: Meta): SeriesPoint[] {
    const calendar = createCalendar(filter.step, filter.zone);
    const series = createSeries(filter, calendar);
    const { first, last } = extent.get()!;
    if (first !== null && last !== null) {
      const from = Math.max(filter.from ?? first, first);
      const to = Math.min(filter.to ?? Number.POSITIVE_INFINITY, last + dayMs);
      for (const piece of piecesOf(filter, from, to, calendar, meta)) {
        if (piece.tier === 'posts')
          addPosts(series, filter, names, posts.inList(mentionsList, piece.from, piece.to), calendar);
        else {
          addTier(series, filter, names, piece as TierPiece, calendar);
          if (needsCorrection(filter)) correct(series, filter, names, piece as TierPiece, calendar);
        }
      }
    }
    addPosts(series, filter, names, posts.behind(meta.counted), calendar);
    return series.points();
  };
}

type TierPiece = { tier: Tier; from: number; to: number; shiftMs: number };

function* mentionsIn(rows: Iterable<CountRow>, filter: SeriesFilter, names: Names): Generator<CountedMention> {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = filter;
  for (const row of rows) {
    if (row.outcome >= firstSort || row.at < from || row.at >= to) continue;
    const mention = countedRow(row, names);
    if (passesPlace(mention, filter)) yield mention;
  }
}

/** The range in pieces, each within one offset of the zone, each from the coarsest tier that respects the buckets. */
function* piecesOf(filter: SeriesFilter, from: number, to: number, calendar: Calendar, meta: Meta) {
  const needsPlace =
    filter.channels?.length ||
    filter.langs?.length ||
    filter.countries?.length ||
    filter.by === 'channel' ||
    filter.by === 'lang' ||
    filter.by === 'country';
  const usable: Tier[] = needsPlace ? ['quarter', 'minute'] : ['day', 'hour', 'quarter', 'minute'];
  for (const span of calendar.spans) {
    const start = Math.max(from, span.from);
    const end = Math.min(to, span.to);
    if (start >= end) continue;
    const tiers = usable
      .map((tier) => [tier, tierMs[tier]] as const)
      .filter(([, stepMs]) => calendar.stepMs % stepMs === 0 && span.shiftMs % stepMs === 0);
    const plan = {
      tiers,
      minute: 'minute',
      quarter: 'quarter',
      minutesFrom: meta.minutesFrom,
      postsFrom: meta.textFrom,
    } as const;
    for (const piece of cutRange<Tier>(start, end, plan)) yield { ...piece, shiftMs: span.shiftMs };
  }
}
