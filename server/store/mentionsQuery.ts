import type { Database } from 'better-sqlite3';
import { isLaunchTheme, launchTheme, wholeOfLaunch } from '../../shared/launchThemes.ts';
import { firstSort, opinionCode, outcomeCode } from './codes.ts';
import type { readCorrections } from './corrections.ts';
import { brandList, mentionsList, setAsideList, significantList, themeList } from './lists.ts';
import type { Meta } from './meta.ts';
import type { Names } from './names.ts';
import { type PostRow, storedPost } from './rows.ts';
import { cursorOf, isSelected, type Place, placeOf } from './selection.ts';
import type { MentionsFilter, StoredPost } from './store.ts';

type Listed = StoredPost & { copies: number };

/** Fewer hits of the full text than this are sorted by time in memory; more of them are met on the way through a list. */
const fewHits = 5_000;

/**
 * Answers `mentions`: walks the shortest lists that hold every possible post, newest first, and lets `isSelected` decide
 * on each. What no list holds yet is read from the log.
 */
export function createMentionsQuery(db: Database, corrections: ReturnType<typeof readCorrections>) {
  const bySeq = db.prepare<[number], PostRow>('SELECT * FROM posts WHERE seq = ?');
  const hits = db.prepare<[string, number], number>('SELECT rowid FROM search WHERE search MATCH ? LIMIT ?').pluck();
  const countCopies = db.prepare<[number], number>('SELECT count(*) FROM copies WHERE original = ?').pluck();
  const copySeqs = db.prepare<[number], number>('SELECT seq FROM copies WHERE original = ?').pluck();
  const copiesBehind = db.prepare<[number], { original: number; copies: number }>(
    'SELECT copy_of AS original, count(*) AS copies FROM posts WHERE seq > ? AND copy_of IS NOT NULL GROUP BY copy_of',
  );
  const seqsOf = db.prepare<[string], { seq: number; source: number }>('SELECT seq, source FROM seen WHERE id = ?');

  /** Adds to each post how many copies of it are known. */
  function withCopies(found: StoredPost[], names: Names, meta: Meta): Listed[] {
    const newest = new Map<number, number>();
    if (found.length > 0) for (const row of copiesBehind.iterate(meta.counted)) newest.set(row.original, row.copies);
    return found.map((post) => ({
      ...corrections.tell(post, names),
      copies: countCopies.get(post.seq)! + (newest.get(post.seq) ?? 0),
    }));
  }

  /** Places on the lists, newest first, without repeats; a superset of what the filter selects among counted posts. */
  function* walk(filter: MentionsFilter, before: Place, names: Names, among: ReadonlySet<number> | null, meta: Meta) {
    const clauses = ['(at, seq) < (?, ?)', ...narrowings(filter, names)];
    const lists = listsFor(filter, names);
    const statement = () =>
      db.prepare<[number, number, number], Place>(
        `SELECT at, seq FROM listing WHERE list = ? AND ${clauses.join(' AND ')} ORDER BY at DESC, seq DESC`,
      );
    let last = 0;
    for (const place of merge(lists.map((list) => statement().iterate(list, before.at, before.seq)))) {
      if (place.seq === last) continue;
      last = place.seq;
      if (!among || among.has(place.seq) || place.seq > meta.searched) yield place;
    }
  }

  /** The same among posts after commit `after`, which are on no list yet. */
  function walkBehind(filter: MentionsFilter, before: Place, names: Names, after: number): Iterator<Place> {
    const { clauses, values } = narrowingsBehind(filter, names);
    return db
      .prepare<(number | string)[], Place>(
        `SELECT at, seq FROM posts WHERE ${['seq > ?', '(at, seq) < (?, ?)', ...clauses].join(' AND ')}
         ORDER BY at DESC, seq DESC`,
      )
      .iterate(after, before.at, before.seq, ...values);
  }

  return {
    list(filter: MentionsFilter, names: Names, meta: Meta): { items: Listed[]; next: string | null } {
      const before = filter.cursor === undefined ? end(filter) : placeOf(filter.cursor);
      const isBefore = (place: Place) => place.at < before.at || (place.at === before.at && place.seq < before.seq);
      const narrowing = filter.query?.narrowing ?? null;
      const { copiesOf } = filter;
      const cluster = copiesOf === undefined ? null : [copiesOf, ...copySeqs.all(copiesOf)];
      const few = cluster ?? (narrowing === null ? null : hits.all(narrowing, fewHits + 1));
      const isFew = cluster !== null || (few !== null && few.length <= fewHits);
      const foundUpTo = cluster ? meta.counted : meta.searched;

      // Few hits, and the copies of one text, are loaded and sorted; of many, and without words, the lists are walked.
      const loose: Place[] = [];
      if (isFew)
        for (const seq of few!) {
          const row = seq <= foundUpTo ? bySeq.get(seq) : undefined;
          if (row && isBefore(row)) loose.push({ at: row.at, seq });
        }
      loose.sort((a, b) => b.at - a.at || b.seq - a.seq);
      const among = few === null || isFew ? null : new Set(hits.all(narrowing!, -1));
      const places = merge([
        isFew ? loose.values() : walk(filter, before, names, among, meta),
        walkBehind(filter, before, names, isFew ? foundUpTo : meta.counted),
      ]);
      const found: StoredPost[] = [];
      for (const place of places) {
        const post = load(place, filter, names, meta);
        if (post) found.push(post);
        if (found.length > filter.limit) break;
      }
      const items = found.slice(0, filter.limit);
      const last = items.at(-1);
      return {
        items: withCopies(items, names, meta),
        next: last && found.length > items.length ? cursorOf(last) : null,
      };
    },
    one(key: { id: string; source?: string } | { seq: number }, names: Names, meta: Meta): Listed[] {
      const keys = 'seq' in key ? [{ seq: key.seq, source: undefined }] : seqsOf.all(key.id);
      const found: StoredPost[] = [];
      for (const { seq, source } of keys) {
        if ('source' in key && key.source !== undefined && source !== names.find(key.source)) continue;
        const row = bySeq.get(seq);
        if (row) found.push(storedPost(row, names, meta));
      }
      found.sort((a, b) => a.seq - b.seq);
      return withCopies(found, names, meta);
    },
  };

  function load(place: Place, filter: MentionsFilter, names: Names, meta: Meta): StoredPost | null {
    const row = bySeq.get(place.seq);
    if (!row) return null;
    const post = storedPost(row, names, meta);
    return isSelected(post, filter) ? post : null;
  }
}

const end = ({ to }: MentionsFilter): Place => ({ at: to ?? Number.MAX_SAFE_INTEGER, seq: 0 });

/** Every list of which one holds each post that the filter may select. */
export function listsFor(filter: MentionsFilter, names: Names): number[] {
  const ids = (asked: readonly string[]) => [...new Set(asked)].flatMap((name) => names.find(name) ?? []);
  if (filter.brands?.length) return ids(filter.brands).map(brandList);
  if (filter.themes?.length) return ids(filter.themes).map(themeList);
  if (filter.stage === 'significant') return [significantList];
  return filter.stage === 'important' ? [mentionsList] : [mentionsList, setAsideList];
}

/** What listing and log can both tell, as SQL; all values are numbers of our own. */
function narrowingsByField(filter: MentionsFilter, names: Names): string[] {
  const ids = (asked: readonly string[]) => asked.flatMap((name) => names.find(name) ?? []);
  const clauses: string[] = [];
  if (filter.stage === 'significant') clauses.push('outcome = 0');
  else clauses.push(filter.stage === 'important' ? `outcome < ${firstSort}` : 'outcome > 0');
  if (filter.from !== undefined) clauses.push(`at >= ${filter.from}`);
  if (filter.to !== undefined) clauses.push(`at < ${filter.to}`);
  if (filter.reasons?.length) clauses.push(`outcome IN (${filter.reasons.map(outcomeCode)})`);
  if (filter.sources?.length) clauses.push(`source IN (${ids(filter.sources)})`);
  if (filter.channels?.length) clauses.push(`channel IN (${ids(filter.channels)})`);
  if (filter.langs?.length) clauses.push(`lang IN (${ids(filter.langs)})`);
  if (filter.countries?.length) clauses.push(`country IN (${ids(filter.countries)})`);
  return clauses;
}

/** What the listing can tell of a filter, as SQL. */
export function narrowings(filter: MentionsFilter, names: Names): string[] {
  const ids = (asked: readonly string[]) => asked.flatMap((name) => names.find(name) ?? []);
  const clauses = narrowingsByField(filter, names);
  if (filter.opinions?.length) clauses.push(`opinion IN (${filter.opinions.map(opinionCode)})`);
  if (filter.brands?.length && filter.themes?.length)
    clauses.push(`EXISTS (SELECT 1 FROM listing AS other WHERE other.list IN (${ids(filter.themes).map(themeList)})
      AND other.at = listing.at AND other.seq = listing.seq)`);
  return clauses;
}

/** For the log, whose rows spell their brands and themes; `isSelected` decides where an id is part of another. */
function narrowingsBehind(filter: MentionsFilter, names: Names): { clauses: string[]; values: string[] } {
  const clauses = narrowingsByField(filter, names);
  const values: string[] = [];
  if (filter.copiesOf !== undefined) clauses.push(`(seq = ${filter.copiesOf} OR copy_of = ${filter.copiesOf})`);
  const any = (asked: readonly string[], clauseOf: (id: string) => string) =>
    clauses.push(`(${asked.map(clauseOf).join(' OR ')})`);
  if (filter.brands?.length)
    any(filter.brands, (id) => {
      values.push(id, id);
      return 'instr(brands, ?) > 0 OR instr(excluded, ?) > 0';
    });
  else if (filter.opinions?.length) clauses.push(`opinion IN (${filter.opinions.map(opinionCode)})`);
  if (filter.themes?.length)
    any(filter.themes, (id) => {
      if (id === 'none') return `(themes IS NULL OR instr(themes, '${launchTheme('')}') = 1)`;
      values.push(isLaunchTheme(id) ? wholeOfLaunch(id) : id);
      return 'instr(themes, ?) > 0';
    });
  return { clauses, values };
}

/** Merges sequences that each run from newest to oldest; stops them all when the reader stops. */
function* merge<Item extends Place>(sources: Iterator<Item>[]): Generator<Item> {
  const heads = sources.map((source) => source.next());
  try {
    for (;;) {
      let newest: number | null = null;
      heads.forEach((head, place) => {
        if (head.done) return;
        const best = newest === null ? null : heads[newest]!;
        if (!best || best.done || isNewer(head.value, best.value)) newest = place;
      });
      if (newest === null) return;
      const head = heads[newest]!;
      if (!head.done) yield head.value;
      heads[newest] = sources[newest]!.next();
    }
  } finally {
    for (const source of sources) source.return?.();
  }
}

const isNewer = (a: Place, b: Place): boolean => a.at > b.at || (a.at === b.at && a.seq > b.seq);
