import { isDeepStrictEqual } from 'node:util';
import { type KeptCorrection, standingCorrections } from '../../shared/correction.ts';
import { stepOf } from '../../shared/keptPerDay.ts';
import type { HistoryState } from '../../shared/protocol.ts';
import { bucketOf, mergeRollups, minuteMs, negate, quarterMs, type RollupRow, rollUp } from '../../shared/rollup.ts';
import type { Analysis } from '../pipeline/analysis.ts';
import { applyCorrections, knownOf } from '../pipeline/applyCorrections.ts';
import { byTime, type CountedText } from '../pipeline/terms/risingTerms.ts';
import { createCalendar } from './calendar.ts';
import { type Outcome, outcomeCode } from './codes.ts';
import { type CopyMessage, clusterCopies } from './copyClusters.ts';
import { countedMention, countSource, createFunnelSum, funnelRowsOf, mergeFunnel, noSources } from './counted.ts';
import { findQuestions } from './findQuestions.ts';
import { findTerms, type TermSource } from './findTerms.ts';
import { funnelShape, outcomeFor } from './funnelCount.ts';
import { isCountedOutcome } from './keptTexts.ts';
import { createMemoryNotes } from './memoryNotes.ts';
import { packRows } from './packRows.ts';
import { createPartsCount } from './partsCount.ts';
import { createSourceSum } from './pastQuery.ts';
import { firstRuleSet, nextRuleSet } from './ruleSets.ts';
import { createSampling } from './sampling.ts';
import { cursorOf, isSelected, placeOf } from './selection.ts';
import { compareKeys, createSeries, passesPlace, sharesOf, tallyOf } from './seriesCount.ts';
import { decidedOutcomes, noSteps } from './significanceQuery.ts';
import type {
  Filter,
  History,
  MentionsFilter,
  Range,
  Removal,
  RepeatedText,
  ReplayPost,
  RuleSet,
  Saved,
  Store,
  StoredPost,
} from './store.ts';

/** A post whose text may be gone; what it counts for stays. */
type Kept = { post: StoredPost; hasText: boolean; isIndexed: boolean };
type State = {
  bySeq: Map<number, Kept>;
  ruleSets: RuleSet[];
  seq: number;
  said: Map<number, KeptCorrection[]>;
  history: HistoryState;
  notes: ReturnType<typeof createMemoryNotes>['history'];
};
type Options = { setAsidePerSecond?: number };

const dayMs = 86_400_000;
const names = ({ source, id, prefix }: Removal, post: StoredPost) =>
  post.source === source && (prefix ? post.id.startsWith(id) : post.id === id);
const keyOf = (source: string, id: string) => JSON.stringify([source, id]);

/** Neither what counts nor, behind a person's word, what the machine found. */
const isNoMention = ({ analysis, corrected }: StoredPost) =>
  analysis.stage === 'set-aside' && (!corrected || corrected.machine.stage === 'set-aside');

/**
 * The store's promises in the fewest words: everything is counted from the posts at each question. For tests (it is the
 * oracle of the file store) and for trying the program without a disk.
 */
export function createMemoryStore({ setAsidePerSecond }: Options = {}): { store: Store; history: History } {
  const bySeq = new Map<number, Kept>();
  const seen = new Map<string, { seq: number; receivedAt: number }>();
  const cursors = new Map<string, string>();
  const settings = new Map<string, string>();
  const notes = createMemoryNotes();
  const ruleSets: RuleSet[] = [firstRuleSet()];
  const sampling = createSampling(setAsidePerSecond);
  const said = new Map<number, KeptCorrection[]>();
  const history: HistoryState = { ruleSet: 0, corrections: 0, seam: null };
  const state: State = { bySeq, ruleSets, seq: 0, said, history, notes: notes.history };
  const staged = new Map<number, Analysis>();
  let wanted = 0;
  let heardTo = 0;

  const current = () => ruleSets.at(-1)!;

  /** The kept post as people's words and the machine's leave it. */
  function judge(post: StoredPost, machine: Analysis): StoredPost {
    const standing = standingCorrections(said.get(post.seq) ?? []);
    const { corrected: _, ...plain } = post;
    if (standing.length === 0) return { ...plain, analysis: machine };
    const analysis = applyCorrections(machine, standing, knownOf(current().workspace));
    return { ...plain, analysis, corrected: { machine, standing } };
  }

  /** Puts posts in place of others with the same number; returns what that changes since `liveFrom`. */
  function replace(next: readonly StoredPost[], liveFrom: number): Pick<Saved, 'seq' | 'rows' | 'funnel'> {
    const rows: RollupRow[] = [];
    const funnel = createFunnelSum('all-brands');
    const isMention = ({ analysis }: StoredPost) => analysis.stage !== 'set-aside';
    for (const post of next) {
      const kept = bySeq.get(post.seq)!;
      const old = kept.post;
      kept.post = post;
      if (old.at < liveFrom) continue;
      funnel.add(old, old.analysis, -1);
      funnel.add(post, post.analysis, 1);
      if (isMention(old)) rows.push(...negate(rollUp([countedMention(old, old.analysis)])));
      if (isMention(post)) rows.push(...rollUp([countedMention(post, post.analysis)]));
    }
    const changed = funnel.rows().filter((row) => row.posts !== 0);
    return { seq: state.seq, rows: packRows(mergeRollups(rows)), funnel: changed };
  }
  const store: Store = {
    async save(batch, analyse, ruleSet) {
      // Nothing is changed before everything is known: a throwing `analyse` leaves no trace.
      const fresh: StoredPost[] = [];
      const mentions: Saved['mentions'] = [];
      const keys = new Set<string>();
      for (const post of batch.posts) {
        const key = keyOf(post.source, post.id);
        if (seen.has(key) || keys.has(key)) continue;
        keys.add(key);
        const next = state.seq + fresh.length + 1;
        const analysis = analyse(post, next);
        const isLive = post.at >= (batch.liveFrom ?? Number.NEGATIVE_INFINITY);
        if (isLive && analysis.stage !== 'set-aside') mentions.push({ post, seq: next, analysis });
        fresh.push(structuredClone({ ...post, seq: next, receivedAt: batch.receivedAt, ruleSet, analysis }));
      }
      const isLive = (post: StoredPost) => post.at >= (batch.liveFrom ?? Number.NEGATIVE_INFINITY);
      const saved: Saved = {
        accepted: fresh.length,
        duplicates: batch.posts.length - fresh.length,
        removed: 0,
        seq: state.seq + fresh.length,
        rows: packRows([]),
        funnel: [],
        mentions,
        sources: noSources(),
      };
      const funnel = createFunnelSum('all-brands');
      for (const post of fresh) {
        const hasText = post.analysis.stage !== 'set-aside' || sampling.keeps(batch.receivedAt);
        bySeq.set(post.seq, { post, hasText, isIndexed: false });
        seen.set(keyOf(post.source, post.id), { seq: post.seq, receivedAt: batch.receivedAt });
        if (isLive(post)) funnel.add(post, post.analysis, 1);
        countSource(saved.sources, post);
      }
      state.seq = saved.seq;
      const rows = rollUp(saved.mentions.map(({ post, analysis }) => countedMention(post, analysis)));
      for (const { post, hasText } of [...bySeq.values()]) {
        if (!hasText || !batch.removed?.some((removal) => names(removal, post))) continue;
        bySeq.delete(post.seq);
        saved.removed += 1;
        funnel.add(post, post.analysis, -1);
        if (post.analysis.stage !== 'set-aside') rows.push(...negate(rollUp([countedMention(post, post.analysis)])));
      }
      for (const cursor of batch.cursors ?? []) cursors.set(cursor.source, cursor.value);
      saved.rows = packRows(mergeRollups(rows));
      saved.funnel = funnel.rows();
      saved.mentions = saved.mentions.filter(({ seq }) => bySeq.has(seq));
      return saved;
    },
    cursor: async (source) => cursors.get(source),
    ruleSet: async () => current(),
    async saveWorkspace(workspace, now, ifMatch, recompute = false, transformer = undefined) {
      if (ifMatch !== undefined && ifMatch !== current().etag) return { ...current(), saved: false };
      const before = current().version;
      ruleSets.push(nextRuleSet(current(), workspace, now, transformer));
      if (recompute) {
        wanted = current().version;
        heardTo = state.seq;
      } else if (history.ruleSet === before) history.ruleSet = current().version;
      return { ...current(), saved: true };
    },
    async correct(seqs, corrections, now, liveFrom = Number.NEGATIVE_INFINITY) {
      const next: StoredPost[] = [];
      for (const seq of seqs) {
        const kept = bySeq.get(seq);
        if (!kept?.hasText) continue;
        for (const one of corrections) {
          history.corrections += 1;
          said.set(seq, [...(said.get(seq) ?? []), { ...one, number: history.corrections, at: now }]);
        }
        next.push(judge(kept.post, kept.post.corrected?.machine ?? kept.post.analysis));
      }
      return { ...replace(next, liveFrom), posts: next };
    },
    async lookAgain(verdicts, to, liveFrom = Number.NEGATIVE_INFINITY) {
      heardTo = to;
      const idsOf = ({ brands, themes }: Analysis) => [brands, themes].map((all) => all.map(({ id }) => id));
      const next: StoredPost[] = [];
      for (const { seq, analysis } of verdicts) {
        const kept = bySeq.get(seq);
        if (!kept?.hasText) continue;
        const first = kept.post.corrected?.machine ?? kept.post.analysis;
        const { sentiment, brands, themes } = structuredClone(analysis);
        if (!isDeepStrictEqual(idsOf(first), idsOf(analysis))) continue;
        const machine = { ...first, sentiment, brands, themes };
        if (!isDeepStrictEqual(first, machine)) next.push(judge(kept.post, machine));
      }
      return { ...replace(next, liveFrom), posts: next };
    },
    counted: async () => ({ ...structuredClone(history), wanted, seq: state.seq, heardTo }),
    async stage(verdicts) {
      for (const { seq, analysis } of verdicts) staged.set(seq, structuredClone(analysis));
    },
    async publishStaged(ruleSet, _now, liveFrom = Number.NEGATIVE_INFINITY) {
      const next: StoredPost[] = [];
      let moved = 0;
      let [collected, mentions] = [0, 0];
      for (const { post, hasText } of bySeq.values()) {
        if (!hasText) {
          collected = Math.max(collected, post.at + 1);
          if (post.analysis.stage !== 'set-aside') mentions = Math.max(mentions, post.at + 1);
          continue;
        }
        const judged = judge(post, staged.get(post.seq) ?? post.corrected?.machine ?? post.analysis);
        if (!isDeepStrictEqual(judged.analysis, post.analysis)) moved += 1;
        next.push({ ...judged, ruleSet: Math.max(post.ruleSet, ruleSet) });
      }
      history.seam = collected > 0 ? { collected, mentions, ruleSet: history.ruleSet } : null;
      history.ruleSet = ruleSet;
      if (wanted <= ruleSet) wanted = 0;
      staged.clear();
      return { ...replace(next, liveFrom), moved };
    },
    async dropStaged(next) {
      staged.clear();
      wanted = next;
    },
    async *originalsSince(at) {
      for (const { post, hasText } of bySeq.values())
        if (hasText && post.at >= at && post.analysis.stage !== 'set-aside' && post.analysis.copyOf === undefined)
          yield { seq: post.seq, at: post.at, text: post.text };
    },
    async index(limit) {
      let left = 0;
      let done = 0;
      for (const kept of bySeq.values()) {
        if (kept.isIndexed) continue;
        if (done < limit) {
          kept.isIndexed = true;
          done += 1;
        } else left += 1;
      }
      return left;
    },
    async prune(now, keeping) {
      const textFrom = keeping.textDays === null ? Number.NEGATIVE_INFINITY : now - keeping.textDays * dayMs;
      const setAsideFrom = now - keeping.setAsideDays * dayMs;
      let pruned = 0;
      for (const kept of bySeq.values()) {
        const { post, hasText } = kept;
        const isOld = post.receivedAt < textFrom || (isNoMention(post) && post.receivedAt < setAsideFrom);
        if (!hasText || !isOld) continue;
        kept.hasText = false;
        pruned += 1;
      }
      for (const [key, known] of seen) if (known.receivedAt < now - keeping.idDays * dayMs) seen.delete(key);
      return pruned;
    },
    setting: async (key) => settings.get(key),
    async setSetting(key, value) {
      settings.set(key, value);
    },
    ...notes.store,
    async close() {
      bySeq.clear();
    },
  };

  return { store, history: createMemoryHistory(state) };
}

/** Answers every question by counting the posts again. */
export function createMemoryHistory(state: State): History {
  const { bySeq } = state;
  const inRange = (at: number, { from, to }: Range) =>
    (from === undefined || at >= from) && (to === undefined || at < to);
  const mentions = () => [...bySeq.values()].filter(({ post }) => post.analysis.stage !== 'set-aside');
  const countMinutes = () => rollUp(mentions().map(({ post }) => countedMention(post, post.analysis)));
  const copiesOf = (original: number) => {
    let copies = 0;
    for (const { post } of bySeq.values()) if (post.analysis.copyOf === original) copies += 1;
    return copies;
  };
  const withCopies = (post: StoredPost) => ({ ...structuredClone(post), copies: copiesOf(post.seq) });

  const source: TermSource = {
    read: (filter) => ({ share: 1, texts: oneByOne([textsOf(filter)]) }),
    load: (seqs) => seqs.flatMap((seq) => bySeq.get(seq) ?? []).map(({ post }) => withCopies(post)),
  };
  function textsOf(filter: Filter): CountedText[] {
    const asked: MentionsFilter = { ...filter, stage: 'important', limit: 0 };
    const texts: CountedText[] = [];
    for (const { post, hasText } of bySeq.values()) {
      if (!hasText || !isSelected(post, asked)) continue;
      const { seq, at, author = null, title = null, text, analysis } = post;
      if (!isCountedOutcome(outcomeCode(analysis.reason ?? 'significant'))) continue;
      texts.push({ seq, at, author, title, text, lang: analysis.lang });
    }
    return texts;
  }

  return {
    async funnel(filter) {
      const counts = new Map<Outcome, number>();
      let collected = 0;
      for (const { post } of bySeq.values()) {
        if (!inRange(post.at, filter) || (filter.sources?.length && !filter.sources.includes(post.source))) continue;
        collected += 1;
        const outcome = filter.brands?.length
          ? outcomeFor(post.analysis, filter.brands)
          : (post.analysis.reason ?? 'significant');
        if (outcome) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      }
      return funnelShape(counts, collected);
    },
    async series(filter) {
      const calendar = createCalendar(filter.step, filter.zone);
      const series = createSeries(filter, calendar);
      for (const { post } of mentions()) {
        if (!inRange(post.at, filter)) continue;
        const mention = countedMention(post, post.analysis);
        if (!passesPlace(mention, filter)) continue;
        for (const share of sharesOf(mention, filter))
          series.add(calendar.indexOf(post.at), share.key, tallyOf(mention, share.opinion));
      }
      return series.points();
    },
    async authors(filter) {
      const calendar = createCalendar(filter.step, filter.zone);
      const points = new Map<string, { at: number; key: string; authors: Set<string> }>();
      const whole = new Set<string>();
      for (const { post } of mentions()) {
        const { author } = post;
        if (!inRange(post.at, filter) || author === undefined) continue;
        if (filter.stage === 'significant' && post.analysis.stage !== 'significant') continue;
        const mention = countedMention(post, post.analysis);
        if (!passesPlace(mention, filter)) continue;
        for (const { key } of sharesOf(mention, filter)) {
          const at = calendar.startOf(calendar.indexOf(post.at));
          const place = JSON.stringify([at, key]);
          const point = points.get(place) ?? { at, key, authors: new Set() };
          points.set(place, point);
          point.authors.add(author);
          whole.add(author);
        }
      }
      return {
        points: [...points.values()]
          .sort((a, b) => a.at - b.at || compareKeys(a.key, b.key))
          .map(({ at, key, authors }) => ({
            at,
            ...(filter.by ? { key } : {}),
            authors: authors.size,
            authorsError: 0,
          })),
        whole: filter.by || whole.size === 0 ? null : { authors: whole.size, authorsError: 0 },
      };
    },
    async mentions(filter) {
      const after = filter.cursor === undefined ? null : placeOf(filter.cursor);
      const found = [...bySeq.values()]
        .filter(({ post, hasText }) => hasText && isSelected(post, filter))
        .map(({ post }) => post)
        .filter((post) => !after || post.at < after.at || (post.at === after.at && post.seq < after.seq))
        .sort((a, b) => b.at - a.at || b.seq - a.seq);
      const items = found.slice(0, filter.limit);
      const last = items.at(-1);
      return { items: items.map(withCopies), next: last && found.length > items.length ? cursorOf(last) : null };
    },
    async copies({ brands, limit, ...range }) {
      const named = mentions().filter(
        ({ post, hasText }) =>
          hasText &&
          inRange(post.at, range) &&
          (!brands?.length || post.analysis.brands.some((brand) => brands.includes(brand.id))),
      );
      const originals = new Set<number>();
      for (const { post } of named)
        if (post.analysis.reason === 'near-copy') originals.add(post.analysis.copyOf ?? Number.NaN);
      const messages = named.flatMap(({ post: { seq, at, channel, analysis } }): CopyMessage[] => {
        if (originals.has(seq)) return [{ seq, of: seq, at, channel }];
        const { copyOf } = analysis;
        return analysis.reason === 'near-copy' && copyOf !== undefined ? [{ seq, of: copyOf, at, channel }] : [];
      });
      const { clusters, ...axis } = clusterCopies(messages, limit);
      const texts = clusters.flatMap(({ firstSeq, ...cluster }): RepeatedText[] => {
        const kept = [cluster.of, firstSeq].map((seq) => bySeq.get(seq)).find((one) => one?.hasText);
        return kept ? [{ ...cluster, post: withCopies(kept.post) }] : [];
      });
      return { ...axis, texts };
    },
    async parts({ ranges, ...asked }) {
      const count = createPartsCount(asked);
      for (const { post } of mentions())
        if (ranges.some((range) => inRange(post.at, range))) count.add(countedMention(post, post.analysis));
      return count.parts();
    },
    async mention(key) {
      return [...bySeq.values()]
        .filter(
          ({ post, hasText }) =>
            hasText &&
            ('seq' in key ? post.seq === key.seq : post.id === key.id && (!key.source || post.source === key.source)),
        )
        .map(({ post }) => withCopies(post));
    },
    terms: (filter) => findTerms(source, filter),
    questions: (filter) => findQuestions(source, filter),
    async windowRows(from, minutesFrom) {
      const seam = bucketOf(minutesFrom, quarterMs);
      const start = bucketOf(from, from < seam ? quarterMs : minuteMs);
      const split = <Row extends { at: number }>(rows: Row[], merge: (rows: Row[], stepMs: number) => Row[]) => {
        const kept = rows.filter((row) => row.at >= start);
        return [
          ...merge(
            kept.filter((row) => row.at < seam),
            quarterMs,
          ),
          ...kept.filter((row) => row.at >= seam),
        ];
      };
      const funnel = [...bySeq.values()].flatMap(({ post }) => funnelRowsOf(post, post.analysis));
      return {
        rows: [packRows(split(countMinutes(), mergeRollups))],
        funnel: split(mergeFunnel(funnel.filter((row) => row.brand === '*')), mergeFunnel),
        seq: state.seq,
      };
    },
    async pastCounts({ from, to }) {
      const sources = createSourceSum();
      for (const { post } of bySeq.values()) if (inRange(post.at, { from, to })) sources.add(post.at, post.source, 1);
      return { rows: [packRows(countMinutes().filter(({ at }) => at >= from && at < to))], sources: sources.rows() };
    },
    texts: async (filter) => textsOf(filter).sort(byTime),
    async keptAfter(seq, limit) {
      const kept = [...bySeq.values()].filter(({ post, hasText }) => hasText && post.seq > seq);
      return kept.slice(0, limit).map(({ post }) => structuredClone(post));
    },
    async replayPosts({ from, to, after, through }) {
      const asked = [...bySeq.values()].filter(
        ({ post, hasText }) => hasText && post.seq > after && post.seq <= through && post.at >= from && post.at < to,
      );
      return asked.map(({ post }): ReplayPost => {
        const { at: _, brands, ...counted } = countedMention(post, post.analysis);
        // Only what counts: of a brand its opinion, not the score that it came from.
        const mention = { ...counted, brands: brands.map(({ id, opinion }) => ({ id, opinion })) };
        const { seq, at, receivedAt, source } = post;
        const { stage, reason } = post.analysis;
        const isMention = stage !== 'set-aside';
        return {
          ...{ seq, at, receivedAt, source },
          outcome: reason ?? 'significant',
          mention: isMention ? mention : null,
        };
      });
    },
    async verdicts(filter) {
      const kept = [...bySeq.values()].flatMap(({ post, hasText }) => (hasText ? [post] : []));
      const asked =
        'seqs' in filter
          ? filter.seqs.flatMap((seq) => kept.find((post) => post.seq === seq) ?? [])
          : kept
              .filter(({ seq, receivedAt }) => seq > filter.after && receivedAt >= filter.receivedFrom)
              .slice(0, filter.limit);
      return asked.map(({ seq, receivedAt, analysis, corrected }) => {
        const { stage, lang, sentiment, brands, themes } = corrected?.machine ?? analysis;
        const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id);
        return { seq, receivedAt, stage, lang, sentiment: sentiment.label, brands: ids(brands), themes: ids(themes) };
      });
    },
    async correctedPosts(limit) {
      const found = [...bySeq.values()].filter(({ post, hasText }) => hasText && post.corrected);
      return found.slice(-limit).map(({ post }) => structuredClone(post));
    },
    async significance(range) {
      const steps = noSteps();
      const kept = mentions().flatMap(({ post, hasText }) => (hasText ? [post] : []));
      const asked = kept.filter(({ at }) => inRange(at, range));
      for (const { reason, significance } of asked.map(({ analysis }) => analysis))
        if (decidedOutcomes.includes(reason ?? 'significant')) steps[stepOf(significance)]! += 1;
      const lastAt = kept.reduce((last, { at }) => Math.max(last, at), Number.NEGATIVE_INFINITY);
      return { mentions: asked.length, steps, lastAt: kept.length > 0 ? lastAt : null };
    },
    async keptCount(some, more) {
      const kept = [...bySeq.values()].filter(({ hasText }) => hasText).map(({ post }) => post.seq);
      return { kept: kept.length, seqFrom: kept.at(-some) ?? 1, seqRunUp: kept.at(-more) ?? 1 };
    },
    counted: async () => structuredClone(state.history),
    ...state.notes,
    async ruleSet(version) {
      return version === undefined
        ? state.ruleSets.at(-1)!
        : state.ruleSets.find((ruleSet) => ruleSet.version === version);
    },
    async totals() {
      let posts = 0;
      let firstAt = 0;
      let lastAt = 0;
      let indexBehind = 0;
      for (const { post, isIndexed } of bySeq.values()) {
        firstAt = posts === 0 ? post.at : Math.min(firstAt, post.at);
        lastAt = Math.max(lastAt, post.at);
        posts += 1;
        if (!isIndexed) indexBehind += 1;
      }
      return { posts, mentions: mentions().length, firstAt, lastAt, seq: state.seq, indexBehind };
    },
    async recount() {
      const rows: RollupRow[] = mergeRollups(countMinutes(), quarterMs);
      return { rows, stored: rows };
    },
    async close() {},
  };
}

async function* oneByOne<Item>(items: readonly Item[]) {
  yield* items;
}
