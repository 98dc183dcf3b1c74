import { dayMs } from '../../shared/rollup.ts';
import { namesKept, voiceCard } from '../http/shownMessage.ts';
import { settleCopy } from '../pipeline/analyze.ts';
import { createCopyIndex } from '../pipeline/copies.ts';
import { createSketcher } from '../pipeline/copySketch.ts';
import { explain } from '../pipeline/explain.ts';
import { createDoc, normalize } from '../pipeline/normalize.ts';
import { compileRules, type Rules } from '../pipeline/rules.ts';
import type { Judge } from './analyst.ts';

/** Texts within this are measured against each other: who repeats a sentence a month later says it anew. */
export const copiesWindowMs = 7 * dayMs;

/** Composes for the writing loop what depends on the order of posts. It needs no language model, whose tables are large. */
export function createJudge({ hashAuthor }: { hashAuthor: (name: string) => string }): Judge {
  const index = createCopyIndex({ windowMs: copiesWindowMs });
  const sketchOf = createSketcher();
  const doc = createDoc();
  let rules: Rules | undefined;
  let keep: ReadonlySet<string> = new Set();
  return {
    check: (workspace) => void compileRules(workspace, 0, { hashAuthor }),
    use(ruleSet) {
      rules = compileRules(ruleSet.workspace, ruleSet.version, { hashAuthor });
      keep = namesKept(ruleSet.workspace);
    },
    begin: () => index.checkpoint(),
    takeBack: () => index.rollback(),
    judge: (analysis, sketch, seq, at) =>
      analysis.stage === 'set-aside' ? analysis : settleCopy(analysis, index.findOrAdd(sketch, seq, at)),
    remember: ({ seq, at, text }) => index.add(sketchOf(normalize(text, undefined, doc)), seq, at),
    card(mention) {
      if (!rules) throw new Error('a card was asked for before there were rules');
      // The language that was found, so that it need not be detected again.
      const read = mention.analysis.lang === '' ? mention : { ...mention, lang: mention.analysis.lang };
      return voiceCard(mention, { marks: explain(read, mention.analysis, rules).marks, keep });
    },
  };
}
