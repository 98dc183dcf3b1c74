import { mergeRollups, negate, type RollupRow, rollUp } from '../../shared/rollup.ts';
import type { Analysis } from '../pipeline/analysis.ts';
import { opinionCode, outcomeCode } from './codes.ts';
import { asTrouble, openWriter } from './connection.ts';
import { countedMention, countSource, engagementOf, funnelRowsOf, mergeFunnel, reachOf } from './counted.ts';
import { migrate } from './migrations.ts';
import { createNames } from './names.ts';
import { extraOf, type PostRow, packBrands, packIds, packThemes, storedPost } from './rows.ts';
import { firstRuleSet, nextRuleSet } from './ruleSets.ts';
import { createSampling } from './sampling.ts';
import type { Batch, FunnelRow, RuleSet, Saved, Store } from './store.ts';

export type StoreOptions = {
  /** Upper bound of the file, for tests of a full disk. */
  maxPages?: number;
  /** How many posts a second that failed the first sort keep their text in a lasting flood. */
  setAsidePerSecond?: number;
};

type Post = Batch['posts'][number];

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
    reach, engagement, copy_of, brands, themes, excluded, rule_set, significance, spam, score, said_lang, id, author,
    extra, title, text) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`);
  const postBySeq = db.prepare<[number], PostRow>('SELECT * FROM posts WHERE seq = ?');
  const deletePost = db.prepare<[number]>('DELETE FROM posts WHERE seq = ?');
  const getMeta = db.prepare<[string], { value: number }>('SELECT value FROM meta WHERE key = ?');
  const setMeta = db.prepare<[string, number]>('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  const getCursor = db.prepare<[string], { value: string }>('SELECT value FROM cursors WHERE source = ?');
  const setCursor = db.prepare<[string, string]>('INSERT OR REPLACE INTO cursors (source, value) VALUES (?, ?)');
  const addSkipped = db.prepare<[string, number]>(
    'INSERT INTO skipped (source, posts) VALUES (?, ?) ON CONFLICT (source) DO UPDATE SET posts = posts + excluded.posts',
  );
  const getSetting = db.prepare<[string], { value: string }>('SELECT value FROM settings WHERE key = ?');
  const putSetting = db.prepare<[string, string]>('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)');
  const newestRules = db.prepare<[], { version: number; workspace: string; etag: string; valid_from: number }>(
    'SELECT version, workspace, etag, valid_from FROM rule_sets ORDER BY version DESC LIMIT 1',
  );
  const addRules = db.prepare<[number, string, string, number]>(
    'INSERT INTO rule_sets (version, workspace, etag, valid_from) VALUES (?, ?, ?, ?)',
  );
  const originals = db.prepare<[number], { seq: number; at: number; text: string }>(
    'SELECT seq, at, text FROM posts WHERE at >= ? AND outcome < 10 AND copy_of IS NULL ORDER BY seq',
  );

  let seq = getMeta.get('seq')?.value ?? 0;

  /** Runs one transaction. Nothing in memory may outlive a rollback. */
  function inTransaction<Result>(work: () => Result): Result {
    try {
      return db.transaction(work).immediate();
    } catch (error) {
      names.reload();
      throw asTrouble(error);
    }
  }

  function insert(post: Post, analysis: Analysis, next: number, source: number, batch: Batch, ruleSet: number): void {
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
      packBrands(analysis.brands),
      packThemes(analysis.themes),
      packIds(analysis.excludedFrom),
      ruleSet,
      analysis.significance,
      analysis.spam,
      analysis.sentiment.score,
      post.lang === undefined ? null : names.idOf(post.lang),
      post.id,
      post.author ?? null,
      extraOf(post, analysis),
      post.title ?? null,
      post.text,
    );
  }

  /** Text, analysis and counts go; the key stays known, so that the post cannot come back. */
  function remove(source: string, id: string, isPrefix: boolean, saved: Saved, rows: RollupRow[], funnel: FunnelRow[]) {
    const sourceId = names.find(source);
    if (sourceId === undefined) return;
    const seqs = isPrefix ? seenByPrefix.all(id, `${id}\u{10FFFF}`, sourceId) : [isSeen.get(id, sourceId)];
    for (const found of seqs) {
      const row = found && postBySeq.get(found.seq);
      if (!row) continue;
      const post = storedPost(row, names);
      deletePost.run(row.seq);
      saved.removed += 1;
      for (const one of funnelRowsOf(post, post.analysis)) funnel.push({ ...one, posts: -one.posts });
      if (post.analysis.stage !== 'set-aside') rows.push(...negate(rollUp([countedMention(post, post.analysis)])));
      saved.mentions = saved.mentions.filter((mention) => mention.seq !== row.seq);
    }
  }

  function saveBatch(batch: Batch, analyse: (post: Post, seq: number) => Analysis, ruleSet: number): Saved {
    const saved: Saved = {
      accepted: 0,
      duplicates: 0,
      removed: 0,
      seq,
      rows: [],
      funnel: [],
      mentions: [],
      sources: {},
    };
    const funnel: FunnelRow[] = [];
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
      if (isMention || sampling.keeps(batch.receivedAt)) insert(post, analysis, next, source, batch, ruleSet);
      if (isMention) saved.mentions.push({ ...post, seq: next, receivedAt: batch.receivedAt, ruleSet, analysis });
      for (const row of funnelRowsOf(post, analysis)) funnel.push(row);
      countSource(saved.sources, post);
    }
    const rows = rollUp(saved.mentions.map((post) => countedMention(post, post.analysis)));
    for (const { source, id, prefix } of batch.removed ?? []) remove(source, id, prefix ?? false, saved, rows, funnel);
    for (const cursor of batch.cursors ?? []) setCursor.run(cursor.source, cursor.value);
    for (const { source, posts } of batch.skipped ?? []) addSkipped.run(source, posts);
    if (saved.seq > seq) setMeta.run('seq', saved.seq);
    saved.rows = mergeRollups(rows);
    saved.funnel = mergeFunnel(funnel);
    return saved;
  }

  function currentRules(): RuleSet {
    const row = newestRules.get();
    if (!row) return firstRuleSet();
    return { version: row.version, workspace: JSON.parse(row.workspace), etag: row.etag, from: row.valid_from };
  }

  return {
    async save(batch, analyse, ruleSet) {
      const saved = inTransaction(() => saveBatch(batch, analyse, ruleSet));
      seq = saved.seq;
      return saved;
    },
    cursor: async (source) => getCursor.get(source)?.value,
    ruleSet: async () => currentRules(),
    async saveWorkspace(workspace, now, ifMatch) {
      return inTransaction(() => {
        const current = currentRules();
        if (ifMatch !== undefined && ifMatch !== current.etag) return { ...current, saved: false };
        const next = nextRuleSet(current, workspace, now);
        addRules.run(next.version, JSON.stringify(workspace), next.etag, next.from);
        return { ...next, saved: true };
      });
    },
    async *originalsSince(at) {
      for (const row of originals.all(at)) yield row;
    },
    async index() {
      return 0;
    },
    async prune() {
      return 0;
    },
    setting: async (key) => getSetting.get(key)?.value,
    async setSetting(key, value) {
      inTransaction(() => putSetting.run(key, value));
    },
    async close() {
      db.close();
    },
  };
}
