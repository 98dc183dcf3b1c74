import { dayMs } from '../../shared/rollup.ts';
import { namesKept, voiceCard } from '../http/shownMessage.ts';
import type { Analysis } from '../pipeline/analysis.ts';
import { settleCopy } from '../pipeline/analyze.ts';
import { type CopyIndex, createCopyIndex } from '../pipeline/copies.ts';
import { type CopySketch, createSketcher } from '../pipeline/copySketch.ts';
import { explain } from '../pipeline/explain.ts';
import { createDoc, normalize } from '../pipeline/normalize.ts';
import { compileRules, type Rules } from '../pipeline/rules.ts';
import type { Judge } from './analyst.ts';

/** Texts within this are measured against each other: who repeats a sentence a month later says it anew. */
export const copiesWindowMs = 7 * dayMs;

/** Composes for the writing loop what depends on the order of posts. It needs no language model, whose tables are large. */
export function createJudge({ hashAuthor }: { hashAuthor: (name: string) => string }): Judge {
  const newIndex = () => createCopyIndex({ windowMs: copiesWindowMs });
  let index = newIndex();
  let replayed: CopyIndex | undefined;
  const sketchOf = createSketcher();
  const doc = createDoc();
  let rules: Rules | undefined;
  let keep: ReadonlySet<string> = new Set();
  const settle = (known: CopyIndex, analysis: Analysis, sketch: CopySketch, seq: number, at: number): Analysis =>
    analysis.stage === 'set-aside' ? analysis : settleCopy(analysis, known.findOrAdd(sketch, seq, at));
  return {
    check: (workspace) => void compileRules(workspace, 0, { hashAuthor }),
    use(ruleSet) {
      rules = compileRules(ruleSet.workspace, ruleSet.version, { hashAuthor });
      keep = namesKept(ruleSet.workspace);
    },
    begin: () => index.checkpoint(),
    takeBack: () => index.rollback(),
    judge: (analysis, sketch, seq, at) => settle(index, analysis, sketch, seq, at),
    startReplay() {
      replayed = newIndex();
    },
    replay(analysis, sketch, seq, at) {
      replayed ??= newIndex();
      return settle(replayed, analysis, sketch, seq, at);
    },
    endReplay(adopt) {
      if (adopt && replayed) index = replayed;
      replayed = undefined;
    },
    remember: ({ seq, at, text }) => index.add(sketchOf(normalize(text, undefined, doc)), seq, at),
    card(mention) {
      if (!rules) throw new Error('a card was asked for before there were rules');
      // The language that was found, so that it need not be detected again.
      const read = mention.analysis.lang === '' ? mention : { ...mention, lang: mention.analysis.lang };
      return voiceCard(mention, { marks: explain(read, mention.analysis, rules).marks, keep });
    },
  };
}
