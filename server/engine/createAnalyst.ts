import { dayMs } from '../../shared/rollup.ts';
import { namesKept, voiceCard } from '../http/shownMessage.ts';
import { analyze } from '../pipeline/analyze.ts';
import { createCopyIndex } from '../pipeline/copies.ts';
import { explain } from '../pipeline/explain.ts';
import type { LanguageModel } from '../pipeline/languageModel.ts';
import { createDoc, normalize } from '../pipeline/normalize.ts';
import { parsePost } from '../pipeline/parsePost.ts';
import { compileRules, type Rules } from '../pipeline/rules.ts';
import type { Analyst } from './analyst.ts';

/** Texts within this are measured against each other: who repeats a sentence a month later says it anew. */
export const copiesWindowMs = 7 * dayMs;

export type AnalystOptions = { hashAuthor: (name: string) => string; languageModel?: LanguageModel };

/** Composes the pipeline for the engine's loop. */
export function createAnalyst({ hashAuthor, languageModel }: AnalystOptions): Analyst {
  const index = createCopyIndex({ windowMs: copiesWindowMs });
  const doc = createDoc();
  let rules: Rules | undefined;
  let keep: ReadonlySet<string> = new Set();
  const compile: typeof compileRules = (workspace, version) =>
    compileRules(workspace, version, { hashAuthor, languageModel });
  const current = (): Rules => {
    if (!rules) throw new Error('the analyst was asked before it was given rules');
    return rules;
  };
  return {
    parse: (value, defaults, now) => parsePost(value, defaults, now, hashAuthor),
    check: (workspace) => void compile(workspace, 0),
    use(ruleSet) {
      rules = compile(ruleSet.workspace, ruleSet.version);
      keep = namesKept(ruleSet.workspace);
    },
    begin: () => index.checkpoint(),
    takeBack: () => index.rollback(),
    analyse: (post, seq) => analyze(post, current(), { index, seq }),
    remember: ({ seq, at, text }) => index.add(normalize(text, undefined, doc), seq, at),
    card(mention) {
      const { marks } = explain(mention, mention.analysis, current());
      return voiceCard(mention, { marks, keep });
    },
  };
}
