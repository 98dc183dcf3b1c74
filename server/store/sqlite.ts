import { dayMs, mergeRollups, negate, type RollupRow, rollUp } from '../../shared/rollup.ts';
import type { Analysis } from '../pipeline/analysis.ts';
import { knownOf } from '../pipeline/applyCorrections.ts';
import { createAuthorCells, sketchedAtOnce, sketchedPerSearched } from './authorCells.ts';
import { firstSort, opinionCode, outcomeCode } from './codes.ts';
import { asTrouble, openWriter } from './connection.ts';
import { createCorrections } from './corrections.ts';
import {
  countedMention,
  countSource,
  createFunnelSum,
  engagementOf,
  type FunnelSum,
  noSources,
  reachOf,
} from './counted.ts';
import { historyState } from './historyState.ts';
import { createIndexer } from './indexer.ts';
import { mentionsList } from './lists.ts';
import { type Meta, metaReader, metaWriter } from './meta.ts';
import { migrate } from './migrations.ts';
import { createNames } from './names.ts';
import { createPackedSum } from './packedSum.ts';
import { packRows, unpackRows } from './packRows.ts';
import { createRecordsWriter } from './recordsQuery.ts';
import { createRestating } from './restating.ts';
import { createRetention } from './retention.ts';
import { extraOf, type PostRow, packBrands, packIds, packThemes, storedPost } from './rows.ts';
import { firstRuleSet, nextRuleSet, type RuleSetRow, ruleSetOf } from './ruleSets.ts';
import { createSampling } from './sampling.ts';
import { createSignalsWriter } from './signalsQuery.ts';
import { createStaging, type Staging } from './staging.ts';
import type { Batch, Removal, Republished, RuleSet, Saved, Store } from './store.ts';

export type StoreOptions = {
  /** Upper bound of the file, for tests of a full disk. */
  maxPages?: number;
  /** How many posts a second that failed the first sort keep their text in a lasting flood. */
  setAsidePerSecond?: number;
};

/** Texts read at a time when a start remembers them. */
const originalsAtOnce = 1_000;
const countedAtOnce = 400;

type Post = Batch['posts'][number];
/** Twice what may wait for company; of a longer queue the rest is folded while nobody sends. */
const sketchedBeforePruning = 2 * sketchedAtOnce;
/** Cells of authors made anew in one transaction: some ms. */
const mendedAtOnce = 20;
const noRows = packRows([]);
type Analyse = (post: Post, seq: number) => Analysis;

/** Opens (and makes, and migrates) the store in one file. There must be one writer only: see lock.ts. */
export function openStore(path: string, options: StoreOptions = {}): Store {
  const db = openWriter(path, options.maxPages);
  migrate(db);
  const names = createNames(db);
  const sampling = createSampling(options.setAsidePerSecond);

  const isSeen = db.prepare<[string, number], { seq: number }>('SELECT seq FROM seen WHERE id = ? AND source = ?');
  const seenByPrefix = db.prepare<[string, string, number], { seq: number }>(
    'SELECT seq FROM seen WHERE id >= ? AND id < ? AND source = ?',
  );
  const addSeen = db.prepare<[string, number, number]>('INSERT OR IGNORE INTO seen (id, source, seq) VALUES (?, ?, ?)');
  const addPost = db.prepare(`INSERT INTO posts (seq, at, received_at, source, outcome, channel, lang, country, opinion,
    reach, engagement, copy_of, brands, themes, excluded, rule_set, significance, spam, score, p_negative,
    p_neutral, p_positive, said_lang, id, author,
    extra, title, text) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`);
  const postBySeq = db.prepare<[number], PostRow>('SELECT * FROM posts WHERE seq = ?');
  const deletePost = db.prepare<[number]>('DELETE FROM posts WHERE seq = ?');
  const markDay = db.prepare<[number, number]>('INSERT OR IGNORE INTO day_marks (day, seq) VALUES (?, ?)');
  const getCursor = db.prepare<[string], { value: string }>('SELECT value FROM cursors WHERE source = ?');
  const setCursor = db.prepare<[string, string]>('INSERT OR REPLACE INTO cursors (source, value) VALUES (?, ?)');
  const addSkipped = db.prepare<[string, number]>(
    'INSERT INTO skipped (source, posts) VALUES (?, ?) ON CONFLICT (source) DO UPDATE SET posts = posts + excluded.posts',
  );
  const getSetting = db.prepare<[string], { value: string }>('SELECT value FROM settings WHERE key = ?');
  const putSetting = db.prepare<[string, string]>('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)');
  const putRecords = createRecordsWriter(db);
  const signals = createSignalsWriter(db);
  const newestRules = db.prepare<[], RuleSetRow>('SELECT * FROM rule_sets ORDER BY version DESC LIMIT 1');
  const addRules = db.prepare<[number, string, string, number, string | null]>(
    'INSERT INTO rule_sets (version, workspace, etag, valid_from, transformer) VALUES (?, ?, ?, ?, ?)',
  );
  const original = db.prepare<[number], { seq: number; at: number; text: string }>(
    'SELECT seq, at, text FROM posts WHERE seq = ? AND copy_of IS NULL',
  );
  const listedSince = db.prepare<[number], { seq: number }>(
    `SELECT seq FROM listing WHERE list = ${mentionsList} AND at >= ? ORDER BY seq`,
  );
  const loggedSince = db.prepare<[number, number, number], { seq: number; at: number; text: string }>(
    `SELECT seq, at, text FROM posts
     WHERE seq > ? AND at >= ? AND outcome < ${firstSort} AND copy_of IS NULL ORDER BY seq LIMIT ?`,
  );

  const setMeta = metaWriter(db);
  const indexer = createIndexer(db, names);
  const corrections = createCorrections(db);
  let staging: Staging | undefined;
  const authors = createAuthorCells(db, names);
  const retain = createRetention(db, indexer);
  const restating = createRestating(db, names, {
    corrections,
    indexer,
    authors,
    staging: () => staging,
    known: () => knownOf(currentRules().workspace),
  });
  let meta = metaReader(db)();

  /** Runs one transaction. Nothing in memory may outlive a rollback: `draft` replaces `meta` only after the commit. */
  function inTransaction<Result>(work: (draft: Meta) => Result): Result {
    const draft = { ...meta };
    try {
      const result = db.transaction(work).immediate(draft);
      meta = draft;
      return result;
    } catch (error) {
      names.reload();
      throw asTrouble(error);
    }
  }

  function insert(post: Post, analysis: Analysis, next: number, source: number, batch: Batch, ruleSet: number): void {
    const { probabilities } = analysis.sentiment;
    addPost.run(
      next,
      post.at,
      batch.receivedAt,
      source,
      outcomeCode(analysis.reason ?? 'significant'),
      names.idOf(post.channel),
      names.idOf(analysis.lang),
      names.idOf(post.country ?? ''),
      opinionCode(analysis.sentiment.label),
      reachOf(post.metrics),
      engagementOf(post.metrics),
      analysis.copyOf ?? null,
      packBrands(analysis.brands, analysis.sentiment),
      packThemes(analysis),
      packIds(analysis.excludedFrom),
      ruleSet,
      analysis.significance,
      analysis.spam,
      analysis.sentiment.score,
      probabilities?.negative ?? null,
      probabilities?.neutral ?? null,
      probabilities?.positive ?? null,
      post.lang === undefined ? null : names.idOf(post.lang),
      post.id,
      post.author ?? null,
      extraOf(post),
      post.title ?? null,
      post.text,
    );
  }

  /** Text, analysis and counts go; the key stays known, so that the post cannot come back. */
  function remove(removal: Removal, draft: Meta, saved: Saved, rows: RollupRow[], funnel: FunnelSum): void {
    const { source, id, prefix } = removal;
    const sourceId = names.find(source);
    if (sourceId === undefined) return;
    const seqs = prefix ? seenByPrefix.all(id, afterPrefix(id), sourceId) : [isSeen.get(id, sourceId)];
    for (const found of seqs) {
      const row = found && postBySeq.get(found.seq);
      if (!row) continue;
      const post = storedPost(row, names, draft);
      staging?.takeOut(row, draft);
      corrections.forget(row.seq);
      indexer.unlist(row, draft);
      indexer.uncount(row, draft);
      authors.spoil(row, draft);
      deletePost.run(row.seq);
      saved.removed += 1;
      funnel.add(post, post.analysis, -1);
      if (post.analysis.stage !== 'set-aside') rows.push(...negate(rollUp([countedMention(post, post.analysis)])));
      saved.mentions = saved.mentions.filter((mention) => mention.seq !== row.seq);
    }
  }

  function saveBatch(batch: Batch, analyse: Analyse, ruleSet: number, draft: Meta): Saved {
    const saved: Saved = {
      accepted: 0,
      duplicates: 0,
      removed: 0,
      seq: draft.seq,
      rows: noRows,
      funnel: [],
      mentions: [],
      sources: noSources(),
    };
    const liveFrom = batch.liveFrom ?? Number.NEGATIVE_INFINITY;
    const sum = createPackedSum();
    const funnel = createFunnelSum('all-brands');
    const away = createFunnelSum();
    let isSampled = false;
    for (const post of batch.posts) {
      const source = names.idOf(post.source);
      const next = saved.seq + 1;
      if (addSeen.run(post.id, source, next).changes === 0) {
        saved.duplicates += 1;
        continue;
      }
      saved.seq = next;
      saved.accepted += 1;
      const analysis = analyse(post, next);
      const isMention = analysis.stage !== 'set-aside';
      const isLive = post.at >= liveFrom;
      if (isLive) funnel.add(post, analysis, 1);
      if (isMention || analysis.excludedFrom.length > 0 || sampling.keeps(batch.receivedAt))
        insert(post, analysis, next, source, batch, ruleSet);
      else {
        away.add(post, analysis, 1);
        isSampled = true;
        draft.setAsideFrom = Math.max(draft.setAsideFrom, post.at + 1);
      }
      if (isMention && isLive) {
        sum.add(countedMention(post, analysis));
        saved.mentions.push({ post, seq: next, analysis });
      }
      countSource(saved.sources, post);
    }
    const rows: RollupRow[] = [];
    for (const removal of batch.removed ?? []) remove(removal, draft, saved, rows, funnel);
    for (const cursor of batch.cursors ?? []) setCursor.run(cursor.source, cursor.value);
    for (const { source, posts } of batch.skipped ?? []) addSkipped.run(source, posts);
    if (saved.accepted > 0) {
      markDay.run(Math.floor(batch.receivedAt / dayMs), draft.seq + 1);
      draft.seq = saved.seq;
      setMeta('seq', draft.seq);
    }
    if (isSampled) {
      indexer.countAway(away.rows(), draft);
      setMeta('setAsideFrom', draft.setAsideFrom);
    }
    saved.rows = rows.length === 0 ? sum.rows() : packRows(mergeRollups([...unpackRows(sum.rows()), ...rows]));
    saved.funnel = funnel.rows();
    return saved;
  }

  function publish(ruleSet: number, now: number, liveFrom: number, draft: Meta): Republished {
    while (draft.counted < draft.seq) draft.counted = indexer.count(countedAtOnce, draft);
    const published = staging?.publish(now, liveFrom) ?? { moved: 0, rows: noRows, funnel: [] };
    const hasSeam = draft.textFrom > 0 || draft.setAsideFrom > 0;
    const changes: Partial<Meta> = {
      recomputedTo: draft.seq,
      seamText: draft.textFrom,
      seamSetAside: Math.max(draft.textFrom, draft.setAsideFrom),
      seamUnder: hasSeam ? draft.recomputedUnder : 0,
      recomputedUnder: ruleSet,
      wanted: draft.wanted > ruleSet ? draft.wanted : 0,
    };
    Object.assign(draft, changes);
    for (const [key, value] of Object.entries(changes)) setMeta(key as keyof Meta, value);
    return { seq: draft.seq, ...published };
  }

  function forgetStaged(): void {
    staging?.drop();
    staging = undefined;
  }

  function currentRules(): RuleSet {
    const row = newestRules.get();
    if (!row) return firstRuleSet();
    return ruleSetOf(row);
  }

  return {
    async save(batch, analyse, ruleSet) {
      return inTransaction((draft) => saveBatch(batch, analyse, ruleSet, draft));
    },
    cursor: async (source) => getCursor.get(source)?.value,
    ruleSet: async () => currentRules(),
    async saveWorkspace(workspace, now, ifMatch, recompute = false, transformer = undefined) {
      return inTransaction((draft) => {
        const current = currentRules();
        if (ifMatch !== undefined && ifMatch !== current.etag) return { ...current, saved: false };
        const next = nextRuleSet(current, workspace, now, transformer);
        const heard = next.transformer ? JSON.stringify(next.transformer) : null;
        addRules.run(next.version, JSON.stringify(workspace), next.etag, next.from, heard);
        if (recompute) {
          draft.wanted = next.version;
          setMeta('wanted', draft.wanted);
          draft.heardTo = draft.seq;
          setMeta('heardTo', draft.heardTo);
        } else if (draft.recomputedUnder === current.version) {
          draft.recomputedUnder = next.version;
          setMeta('recomputedUnder', draft.recomputedUnder);
        }
        return { ...next, saved: true };
      });
    },
    async correct(seqs, said, now, liveFrom = Number.NEGATIVE_INFINITY) {
      return inTransaction((draft) => restating.correct(seqs, said, now, liveFrom, draft));
    },
    async lookAgain(verdicts, heardTo, liveFrom = Number.NEGATIVE_INFINITY) {
      return inTransaction((draft) => {
        draft.heardTo = heardTo;
        setMeta('heardTo', heardTo);
        return restating.lookAgain(verdicts, liveFrom, draft);
      });
    },
    async counted() {
      const { wanted, seq, heardTo } = meta;
      return { ...historyState(meta, corrections.count()), wanted, seq, heardTo };
    },
    async stage(verdicts) {
      staging ??= createStaging(db, names, corrections, authors);
      const into = staging;
      inTransaction((draft) => into.stage(verdicts, knownOf(currentRules().workspace), draft));
    },
    async publishStaged(ruleSet, now, liveFrom = Number.NEGATIVE_INFINITY) {
      const published = inTransaction((draft) => publish(ruleSet, now, liveFrom, draft));
      forgetStaged();
      return published;
    },
    async dropStaged(wanted) {
      forgetStaged();
      inTransaction((draft) => {
        draft.wanted = wanted;
        setMeta('wanted', wanted);
      });
    },
    async *originalsSince(at) {
      // Numbers first, texts one by one: a week of texts need not fit into memory at once.
      const { counted } = meta;
      for (const { seq } of listedSince.all(at)) {
        const row = seq <= counted ? original.get(seq) : undefined;
        if (row) yield row;
      }
      let last = counted;
      for (;;) {
        const rows = loggedSince.all(last, at, originalsAtOnce);
        yield* rows;
        if (rows.length < originalsAtOnce) return;
        last = rows.at(-1)!.seq;
      }
    },
    async index(limit) {
      // Two transactions: a crash between them, or trouble with the larger one, costs the counts nothing.
      if (limit > 0 && meta.counted < meta.seq)
        inTransaction((draft) => {
          draft.counted = indexer.count(limit, draft);
        });
      if (limit > 0 && meta.searched < meta.counted)
        inTransaction((draft) => {
          draft.searched = indexer.search(limit, draft);
        });
      if (limit > 0 && authors.waiting(meta) > 0)
        inTransaction((draft) => {
          draft.sketched = authors.fold(Math.max(sketchedAtOnce, limit * sketchedPerSearched), draft);
          setMeta('sketched', draft.sketched);
        });
      else if (limit > 0 && indexer.left(meta) === 0 && authors.hasStale())
        inTransaction((draft) => {
          for (let mended = 0; mended < mendedAtOnce && authors.mend(draft); mended += 1);
        });
      return Math.max(indexer.left(meta), authors.waiting(meta), authors.hasStale() ? 1 : 0);
    },
    async prune(now, keeping) {
      return inTransaction((draft) => {
        // Those that wait for company among them: texts must not stay because of them.
        draft.sketched = authors.fold(sketchedBeforePruning, draft);
        setMeta('sketched', draft.sketched);
        const dropped = retain(now, keeping, draft);
        if (dropped > 0) corrections.sweep();
        return dropped;
      });
    },
    setting: async (key) => getSetting.get(key)?.value,
    async setSetting(key, value) {
      inTransaction(() => putSetting.run(key, value));
    },
    async keepRecords(changes) {
      inTransaction(() => putRecords(changes));
    },
    keepSignals: async (values) => inTransaction(() => signals.keep(values)),
    dropSignal: async (name, brand) => inTransaction(() => signals.drop(name, brand)),
    async close() {
      db.close();
    },
  };
}

/** The first text that sorts after everything with this prefix; SQLite sorts by code point. */
function afterPrefix(prefix: string): string {
  const points = Array.from(prefix, (character) => character.codePointAt(0)!);
  while (points.at(-1) === 0x10ffff) points.pop();
  const last = points.pop();
  // Surrogates are no characters of their own: after D7FF comes E000.
  if (last !== undefined) points.push(last === 0xd7ff ? 0xe000 : last + 1);
  return String.fromCodePoint(...points);
}
