import type { Opinion, Workspace } from '../../shared/domain.ts';
import type { BeforeAfter, PreviewAnswer, PreviewFigures, PreviewLabel } from '../../shared/protocol.ts';
import type { TransformerIdentity } from '../../shared/transformer.ts';
import { namesKept, shownMessage } from '../http/shownMessage.ts';
import type { Analysis } from '../pipeline/analysis.ts';
import { settleCopy } from '../pipeline/analyze.ts';
import { applyCorrections, knownOf } from '../pipeline/applyCorrections.ts';
import { createCopyIndex } from '../pipeline/copies.ts';
import type { Hear } from '../pipeline/secondLook.ts';
import type { Outcome } from '../store/codes.ts';
import { funnelShape } from '../store/funnelCount.ts';
import type { History, StoredPost } from '../store/store.ts';
import { createHearing, type Judge } from '../transformer/createHearing.ts';
import type { Analyst } from './analyst.ts';
import { createMoves } from './chooseMoves.ts';
import { copiesWindowMs } from './createJudge.ts';

/** More are judged in the background only, once the change is saved. */
export const mostPreviewed = 100_000;
/** Read before the first of them, so that near-copies find their originals. */
const runUp = 10_000;
const atOnce = 500;
const mostMoves = 20;
const fewestOpinions = 5;

type Counts = Omit<PreviewFigures, 'net'>;
const noCounts = (): Counts => ({ mentions: 0, significant: 0, positive: 0, neutral: 0, negative: 0 });

function withNet(counts: Counts): PreviewFigures {
  const { positive, negative } = counts;
  const opinions = positive + negative;
  return { ...counts, net: opinions < fewestOpinions ? null : ((positive - negative) / opinions) * 100 };
}

/** One side of the comparison. */
function createSide() {
  const outcomes = new Map<Outcome, number>();
  const total = noCounts();
  const brands = new Map<string, Counts>();
  const themes = new Map<string, Counts>();
  const count = (into: Counts, opinion: Opinion, isSignificant: boolean) => {
    into.mentions += 1;
    if (isSignificant) into.significant += 1;
    if (opinion !== 'unscored') into[opinion] += 1;
  };
  const at = (into: Map<string, Counts>, id: string): Counts => {
    const known = into.get(id) ?? noCounts();
    into.set(id, known);
    return known;
  };
  return {
    add({ stage, reason, sentiment, brands: named, themes: about }: Analysis): void {
      const outcome = reason ?? 'significant';
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (stage === 'set-aside') return;
      const isSignificant = stage === 'significant';
      count(total, sentiment.label, isSignificant);
      for (const { id, opinion } of named) count(at(brands, id), opinion, isSignificant);
      for (const { id } of about) count(at(themes, id), sentiment.label, isSignificant);
      if (about.length === 0) count(at(themes, 'none'), sentiment.label, isSignificant);
    },
    total: () => withNet(total),
    funnel: (posts: number) => funnelShape(outcomes, posts),
    brands,
    themes,
  };
}

function rowsOf(before: Map<string, Counts>, after: Map<string, Counts>): PreviewAnswer['brands'] {
  const of = (side: Map<string, Counts>, id: string) => withNet(side.get(id) ?? noCounts());
  const ids = [...new Set([...after.keys(), ...before.keys()])];
  const rows = ids.map((id) => ({ id, before: of(before, id), after: of(after, id) }));
  return rows.sort((a, b) => b.after.mentions - a.after.mentions || (a.id < b.id ? -1 : 1));
}

function labelOf({ stage, reason, sentiment, brands, themes }: Analysis): PreviewLabel {
  const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id).sort();
  return { stage, reason, opinion: sentiment.label, brands: ids(brands), themes: ids(themes) };
}

/** Called after each slice with how many posts were read, of how many. */
export type TellProgress = (done: number, total: number) => void;

type PreviewParts = {
  history: Pick<History, 'keptAfter' | 'counted' | 'keptCount'>;
  analyst: Analyst;
  workspace: Workspace;
  tell?: TellProgress;
  /** Who has the second look. */
  transformer?: { identity: TransformerIdentity; judge: Judge };
};

/**
 * Judges the newest kept posts under a workspace that nobody saved, and compares with what is counted: the same steps in
 * the same order as counting again, whose outcome this is where no more posts than that are kept.
 */
export async function previewWorkspace(parts: PreviewParts): Promise<PreviewAnswer> {
  const { history, analyst, workspace, tell, transformer } = parts;
  analyst.use({ version: 0, workspace, etag: '', from: 0, ...(transformer && { transformer: transformer.identity }) });
  const known = knownOf(workspace);
  const copies = createCopyIndex({ windowMs: copiesWindowMs });
  const [before, after] = [createSide(), createSide()];
  const moves = createMoves(mostMoves);
  const { kept, seqFrom, seqRunUp } = await history.keptCount(mostPreviewed, mostPreviewed + runUp);
  const total = Math.min(kept, mostPreviewed + runUp);
  let [posts, from, done] = [0, 0, 0];

  /** What a second look says of the posts of a slice; none without a transformer. */
  async function listenTo(slice: readonly StoredPost[]): Promise<Hear | undefined> {
    if (!transformer) return undefined;
    const { hear, ask } = createHearing(transformer.judge);
    for (const post of slice) analyst.analyse(post, hear);
    await ask();
    return hear;
  }

  function judge(post: StoredPost, hear: Hear | undefined): Analysis {
    const { analysis, sketch } = analyst.analyse(post, hear);
    const copyOf = sketch && analysis.stage !== 'set-aside' ? copies.findOrAdd(sketch, post.seq, post.at) : undefined;
    const machine = settleCopy(analysis, copyOf);
    return post.corrected ? applyCorrections(machine, post.corrected.standing, known) : machine;
  }

  for (let last = seqRunUp - 1; ; ) {
    const slice = await history.keptAfter(last, atOnce);
    const hear = await listenTo(slice);
    for (const post of slice) {
      const next = judge(post, hear);
      if (post.seq < seqFrom) continue;
      posts += 1;
      from = posts === 1 ? post.at : Math.min(from, post.at);
      before.add(post.analysis);
      after.add(next);
      const labels: BeforeAfter<PreviewLabel> = { before: labelOf(post.analysis), after: labelOf(next) };
      if (JSON.stringify(labels.before) === JSON.stringify(labels.after)) continue;
      moves.add({ post, from: labels.before, to: labels.after });
    }
    done += slice.length;
    tell?.(done, Math.max(total, done));
    if (slice.length < atOnce) break;
    last = slice.at(-1)!.seq;
  }

  const keep = namesKept(workspace);
  return {
    history: await history.counted(),
    posts,
    kept,
    from,
    moved: moves.counts.in + moves.counts.out + moves.counts.along,
    directions: moves.counts,
    funnel: { before: before.funnel(posts), after: after.funnel(posts) },
    total: { before: before.total(), after: after.total() },
    brands: rowsOf(before.brands, after.brands),
    themes: rowsOf(before.themes, after.themes),
    moves: moves.chosen().map(({ post, from: left, to }) => ({
      message: shownMessage({ ...post, copies: 0 }, { marks: [], copyOf: null, keep }),
      from: left,
      to,
    })),
  };
}
