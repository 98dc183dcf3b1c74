import { mergeRollups, quarterMs, rollUp } from '../../shared/rollup.ts';
import { byTime, type CountedText } from '../pipeline/terms/risingTerms.ts';
import { createAuthorsQuery } from './authorsQuery.ts';
import { firstSort } from './codes.ts';
import { openReader } from './connection.ts';
import { createCopiesQuery } from './copiesQuery.ts';
import { readCorrections } from './corrections.ts';
import { findQuestions } from './findQuestions.ts';
import { findTerms } from './findTerms.ts';
import { createFunnelQuery } from './funnelQuery.ts';
import { historyState } from './historyState.ts';
import { createTextReader } from './keptTexts.ts';
import { createMentionsQuery } from './mentionsQuery.ts';
import { type Meta, metaReader } from './meta.ts';
import { type Names, readNames } from './names.ts';
import { createPartsQuery } from './partsQuery.ts';
import { createPastQuery } from './pastQuery.ts';
import { createRecordsQuery } from './recordsQuery.ts';
import { createReplayQuery } from './replayQuery.ts';
import { type CountRow, countColumns, countedRow, type PostRow, storedPost } from './rows.ts';
import { firstRuleSet, type RuleSetRow, ruleSetOf } from './ruleSets.ts';
import { createSeriesQuery } from './seriesQuery.ts';
import { createSignalsQuery } from './signalsQuery.ts';
import { createSignificanceQuery } from './significanceQuery.ts';
import type { History, RepeatedText } from './store.ts';
import { createPostReader } from './tail.ts';
import { createTotalsQuery } from './totalsQuery.ts';
import { createVerdictsQuery } from './verdictsQuery.ts';
import { createWindowQuery } from './windowQuery.ts';

/** Opens the read side of the store in one file, which the writer must have made. */
export function openHistory(path: string): History {
  const db = openReader(path);
  const names = readNames(db);
  const readMeta = metaReader(db);
  const posts = createPostReader(db);
  const funnel = createFunnelQuery(db, posts);
  const series = createSeriesQuery(db, posts);
  const corrections = readCorrections(db);
  const mentions = createMentionsQuery(db, corrections);
  const authors = createAuthorsQuery(db);
  const copies = createCopiesQuery(db);
  const window = createWindowQuery(db, posts);
  const past = createPastQuery(db, posts);
  const totals = createTotalsQuery(db);
  const replayPosts = createReplayQuery(db);
  const verdicts = createVerdictsQuery(db);
  const significance = createSignificanceQuery(db);
  const parts = createPartsQuery(posts);
  const records = createRecordsQuery(db);
  const signals = createSignalsQuery(db);
  const source = {
    read: createTextReader(db, readMeta, names),
    load: (seqs: readonly number[]) =>
      db.transaction(() => {
        names.refresh();
        const meta = readMeta();
        return seqs.flatMap((seq) => mentions.one({ seq }, names, meta));
      })(),
  };
  const newestRules = db.prepare<[], RuleSetRow>('SELECT * FROM rule_sets ORDER BY version DESC LIMIT 1');
  const rulesOf = db.prepare<[number], RuleSetRow>('SELECT * FROM rule_sets WHERE version = ?');
  const keptAfter = db.prepare<[number, number], PostRow>('SELECT * FROM posts WHERE seq > ? ORDER BY seq LIMIT ?');
  const correctedRows = db.prepare<[number], PostRow>(
    'SELECT * FROM posts WHERE seq IN (SELECT seq FROM machine ORDER BY seq DESC LIMIT ?) ORDER BY seq',
  );
  const keptCount = db.prepare<[], number>('SELECT count(*) FROM posts').pluck();
  const nthNewest = db.prepare<[number], number>('SELECT seq FROM posts ORDER BY seq DESC LIMIT 1 OFFSET ?').pluck();
  const everyMention = db.prepare<[], CountRow>(`SELECT ${countColumns} FROM posts WHERE outcome < ${firstSort}`);

  /** Every answer sees the file at one moment, cursors and tables alike, however long it reads. */
  async function read<Answer>(answer: (names: Names, meta: Meta) => Answer): Promise<Answer> {
    return db.transaction(() => {
      names.refresh();
      return answer(names, readMeta());
    })();
  }

  return {
    funnel: (filter) => read((known, meta) => funnel(filter, known, meta)),
    series: (filter) => read((known, meta) => series(filter, known, meta)),
    authors: (filter) => read((known, meta) => authors(filter, known, meta)),
    mentions: (filter) => read((known, meta) => mentions.list(filter, known, meta)),
    copies: (filter) =>
      read((known, meta) => {
        const { clusters, ...axis } = copies(filter, known, meta);
        const texts = clusters.flatMap(({ firstSeq, ...cluster }): RepeatedText[] => {
          const [post] = [cluster.of, firstSeq].flatMap((seq) => mentions.one({ seq }, known, meta));
          return post ? [{ ...cluster, post }] : [];
        });
        return { ...axis, texts };
      }),
    parts: (filter) => read((known, meta) => parts(filter, known, meta)),
    mention: (key) => read((known, meta) => mentions.one(key, known, meta)),
    terms: (filter) => findTerms(source, filter),
    questions: (filter) => findQuestions(source, filter),
    windowRows: (from, minutesFrom) => read((known, meta) => window.window(from, minutesFrom, known, meta)),
    pastCounts: (range) => read((known, meta) => past(range, known, meta)),
    async texts(filter) {
      const found: CountedText[] = [];
      for await (const piece of source.read(filter, Number.POSITIVE_INFINITY).texts) found.push(...piece);
      return found.sort(byTime);
    },
    ruleSet: (version) =>
      read(() => {
        const row = version === undefined ? newestRules.get() : rulesOf.get(version);
        if (row) return ruleSetOf(row);
        return version === undefined || version === 0 ? firstRuleSet() : undefined;
      }),
    keptAfter: (seq, limit) =>
      read((known, meta) =>
        keptAfter.all(seq, limit).map((row) => corrections.tell(storedPost(row, known, meta), known)),
      ),
    replayPosts: (filter) => read((known) => replayPosts(filter, known)),
    verdicts: (filter) => read((known) => verdicts(filter, known)),
    correctedPosts: (limit) =>
      read((known, meta) =>
        correctedRows.all(limit).map((row) => corrections.tell(storedPost(row, known, meta), known)),
      ),
    significance: (range) => read((_, meta) => significance(range, meta)),
    keptCount: (some, more) =>
      read(() => ({
        kept: keptCount.get()!,
        seqFrom: nthNewest.get(some - 1) ?? 1,
        seqRunUp: nthNewest.get(more - 1) ?? 1,
      })),
    counted: () => read((_, meta) => historyState(meta, corrections.count())),
    records: async (filter) => records(filter),
    signals: async (filter) => signals.values(filter),
    signalNames: async () => signals.names(),
    totals: () => read((_, meta) => totals(meta)),
    recount: () =>
      read((known, meta) => {
        const from = Math.ceil(meta.textFrom / quarterMs) * quarterMs;
        const counted = rollUp(mentionsSince(everyMention.iterate(), from, known));
        return { rows: mergeRollups(counted, quarterMs), stored: window.quarters(from, known, meta) };
      }),
    async close() {
      db.close();
    },
  };
}

function* mentionsSince(rows: Iterable<CountRow>, from: number, names: Names) {
  for (const row of rows) if (row.at >= from) yield countedRow(row, names);
}
