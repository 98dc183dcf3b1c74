import type { Database } from 'better-sqlite3';
import { isLaunchTheme } from '../../shared/launchThemes.ts';
import { bucketOf, dayMs, hourMs } from '../../shared/rollup.ts';
import type { AuthorRow } from './authorCells.ts';
import { type AuthorSketch, createAuthorSketch, hashOfAuthor } from './authorSketch.ts';
import { type Calendar, createCalendar } from './calendar.ts';
import { firstSort } from './codes.ts';
import { mentionsList } from './lists.ts';
import type { Meta } from './meta.ts';
import { everyId, type Names } from './names.ts';
import { type CountRow, countColumns, countedRow } from './rows.ts';
import { compareKeys, passesPlace, sharesOf } from './seriesCount.ts';
import type { AuthorCounts, AuthorsFilter } from './store.ts';
import { cutRange } from './tierPlan.ts';

type Row = CountRow & Pick<AuthorRow, 'author'>;
type Piece = { tier: 'day' | 'hour' | 'posts' | 'gone'; from: number; to: number };

/** More posts than this are not read for their authors at one question: a quarter of a second. */
const mostPostsRead = 60_000;

/** Sketches by bucket and key; buckets of which not everything is known are left out. */
function createAuthorSum(filter: Pick<AuthorsFilter, 'by'>, calendar: Calendar) {
  const buckets = new Map<number, Map<string, AuthorSketch>>();
  const unknown = new Set<number>();
  let isWhole = true;
  const sketchOf = (index: number, key: string): AuthorSketch => {
    let keys = buckets.get(index);
    if (!keys) {
      keys = new Map();
      buckets.set(index, keys);
    }
    const known = keys.get(key);
    if (known) return known;
    const sketch = createAuthorSketch();
    keys.set(key, sketch);
    return sketch;
  };
  return {
    sketchOf,
    /** Nothing can be said of the buckets that this stretch touches. */
    lose(from: number, to: number): void {
      isWhole = false;
      for (let index = calendar.indexOf(from); index <= calendar.indexOf(to - 1); index += 1) unknown.add(index);
    },
    counts(): AuthorCounts {
      const points: AuthorCounts['points'] = [];
      const whole = createAuthorSketch();
      // In an order of its own: what is met first hangs on which cells happen to be sketched by now.
      for (const [index, keys] of [...buckets].sort(([a], [b]) => a - b)) {
        if (unknown.has(index)) continue;
        for (const [key, sketch] of [...keys].sort(([a], [b]) => compareKeys(a, b))) {
          points.push({ at: calendar.startOf(index), ...(filter.by ? { key } : {}), ...sketch.count() });
          if (isWhole && !filter.by) whole.merge(sketch.write());
        }
      }
      const count = whole.count();
      return { points, whole: isWhole && count.authors > 0 ? count : null };
    },
  };
}

/**
 * Distinct authors under a filter: from the sketches of hours and days where they know the filter (brands and themes, all
 * mentions), their ends and what is not yet sketched from the posts; with `fromPosts` from the posts alone where they do not.
 */
export function createAuthorsQuery(db: Database, mostPosts = mostPostsRead) {
  const columns = [...countColumns.split(', '), 'author'].map((column) => `posts.${column}`).join(', ');
  const listed = db.prepare<[number, number, number], Row>(
    `SELECT ${columns} FROM listing JOIN posts ON posts.seq = listing.seq
     WHERE listing.list = ${mentionsList} AND listing.at >= ? AND listing.at < ? LIMIT ?`,
  );
  const behind = db.prepare<[number, number], Row>(
    `SELECT ${columns} FROM posts WHERE seq > ? AND outcome < ${firstSort} ORDER BY seq LIMIT ?`,
  );
  const extent = db.prepare<[], { first: number | null; last: number | null }>(
    'SELECT min(at) AS first, max(at) AS last FROM day WHERE brand = 0 AND theme = 0',
  );
  // A pair that has just come to be stands among the spoilt cells alone: its hours are read from the posts.
  const pairs = db.prepare<[], { brand: number; theme: number }>(
    'SELECT brand, theme FROM authors_day UNION SELECT brand, theme FROM authors_stale',
  );
  const cellsOf = (tier: 'day' | 'hour') =>
    db.prepare<[number, number, number, number], { at: number; sketch: Buffer }>(
      `SELECT at, sketch FROM authors_${tier} WHERE brand = ? AND theme = ? AND at >= ? AND at < ?`,
    );
  const cells = { day: cellsOf('day'), hour: cellsOf('hour') };
  const stale = db.prepare<[number, number], { brand: number; theme: number; at: number }>(
    'SELECT brand, theme, at FROM authors_stale WHERE at >= ? AND at < ? ORDER BY at',
  );

  /** The cells whose union answers the filter, each with the key that it counts for. */
  function askedCells(filter: AuthorsFilter, names: Names): { brand: number; theme: number; key: string }[] {
    const ids = (asked: readonly string[] | undefined, isKey: boolean) =>
      asked?.length ? new Set(asked.flatMap((name) => names.find(name) ?? [])) : isKey ? null : new Set([everyId]);
    const brands = ids(filter.brands, filter.by === 'brand');
    const themes = ids(filter.themes, filter.by === 'theme');
    const passes = (asked: Set<number> | null, id: number) =>
      asked ? asked.has(id) : id !== everyId && !isLaunchTheme(names.nameOf(id));
    return pairs
      .all()
      .filter(({ brand, theme }) => passes(brands, brand) && passes(themes, theme))
      .map((pair) => ({
        ...pair,
        key: filter.by ? names.nameOf(filter.by === 'brand' ? pair.brand : pair.theme) : '',
      }));
  }

  return function answer(filter: AuthorsFilter, names: Names, meta: Meta): AuthorCounts | null {
    const calendar = createCalendar(filter.step, filter.zone);
    const sum = createAuthorSum(filter, calendar);
    const isSketched =
      calendar.stepMs % hourMs === 0 &&
      filter.stage === 'important' &&
      !filter.channels?.length &&
      !filter.langs?.length &&
      !filter.countries?.length &&
      (filter.by === undefined || filter.by === 'brand' || filter.by === 'theme');
    if (!isSketched && !filter.fromPosts) return null;
    let budget = mostPosts;

    /** False when there are more than may be read. */
    function addPosts(read: (limit: number) => Iterable<Row>): boolean {
      // Not even begun: a statement that is never read to its end keeps the connection busy.
      if (budget < 0) return false;
      for (const row of read(budget + 1)) {
        budget -= 1;
        if (budget < 0) return false;
        if (row.author === null || row.outcome >= firstSort) continue;
        if (filter.stage === 'significant' && row.outcome !== 0) continue;
        if (row.at < (filter.from ?? Number.NEGATIVE_INFINITY) || row.at >= (filter.to ?? Number.POSITIVE_INFINITY))
          continue;
        const mention = countedRow(row, names);
        if (!passesPlace(mention, filter)) continue;
        for (const share of sharesOf(mention, filter))
          sum.sketchOf(calendar.indexOf(row.at), share.key).add(hashOfAuthor(row.author));
      }
      return true;
    }

    const { first, last } = extent.get()!;
    if (first !== null && last !== null) {
      const asked = isSketched ? askedCells(filter, names) : [];
      const from = Math.max(filter.from ?? first, first);
      const to = Math.min(filter.to ?? Number.POSITIVE_INFINITY, last + dayMs);
      const isAsked = new Set(asked.map(({ brand, theme }) => `${brand} ${theme}`));
      const holes = isSketched
        ? stale
            .all(bucketOf(from, hourMs), to)
            .flatMap((cell) => (isAsked.has(`${cell.brand} ${cell.theme}`) && cell.at >= meta.textFrom ? cell.at : []))
        : [];
      for (const piece of piecesOf(from, to, isSketched, new Set(holes), calendar, meta)) {
        if (piece.tier === 'gone') sum.lose(piece.from, piece.to);
        else if (piece.tier === 'posts') {
          if (!addPosts((limit) => listed.iterate(piece.from, piece.to, limit))) sum.lose(piece.from, piece.to);
        } else
          for (const { brand, theme, key } of asked)
            for (const { at, sketch } of cells[piece.tier].iterate(brand, theme, piece.from, piece.to))
              sum.sketchOf(calendar.indexOf(at), key).merge(sketch);
      }
    }
    // Counted posts among them were met above, perhaps: whoever comes twice counts once.
    return addPosts((limit) => behind.iterate(isSketched ? meta.sketched : meta.counted, limit)) ? sum.counts() : null;
  };
}

function* piecesOf(
  from: number,
  to: number,
  isSketched: boolean,
  holes: ReadonlySet<number>,
  calendar: Calendar,
  meta: Meta,
): Generator<Piece> {
  const tiers = (['day', 'hour'] as const).map((tier) => [tier, tier === 'day' ? dayMs : hourMs] as const);
  for (const span of calendar.spans) {
    const start = Math.max(from, span.from);
    const end = Math.min(to, span.to);
    if (start >= end) continue;
    const plan = {
      tiers: tiers.filter(([, ms]) => isSketched && calendar.stepMs % ms === 0 && span.shiftMs % ms === 0),
      minute: 'gone',
      quarter: 'gone',
      minutesFrom: Number.MIN_SAFE_INTEGER,
      postsFrom: meta.textFrom,
    } as const;
    // Nothing but posts was kept before the first sketch, and where they are gone nothing at all.
    const seam = Math.min(end, Math.max(start, isSketched ? meta.authorsFrom : start));
    if (start < seam) yield { tier: 'gone', from: start, to: seam };
    let at = seam;
    for (const hole of [...holes].sort((a, b) => a - b)) {
      if (hole + hourMs <= at || hole >= end) continue;
      yield* cutRange<Piece['tier']>(at, Math.max(at, hole), plan) as Piece[];
      yield { tier: 'posts', from: Math.max(at, hole), to: Math.min(end, hole + hourMs) };
      at = Math.min(end, hole + hourMs);
    }
    yield* cutRange<Piece['tier']>(at, end, plan) as Piece[];
  }
}
