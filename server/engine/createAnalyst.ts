import { draft } from '../pipeline/analyze.ts';
import type { LanguageModel } from '../pipeline/languageModel.ts';
import { parsePost } from '../pipeline/parsePost.ts';
import { compileRules, type Rules } from '../pipeline/rules.ts';
import type { Analyst } from './analyst.ts';

export type AnalystOptions = { hashAuthor: (name: string) => string; languageModel?: LanguageModel };

/** Composes the pipeline for the thread that reads deliveries. */
export function createAnalyst({ hashAuthor, languageModel }: AnalystOptions): Analyst {
  let rules: Rules | undefined;
  return {
    parse: (value, defaults, now) => parsePost(value, defaults, now, hashAuthor),
    use(ruleSet) {
      const { workspace, version, transformer } = ruleSet;
      rules = compileRules(workspace, version, { hashAuthor, languageModel, transformer });
    },
    analyse(post, hear) {
      if (!rules) throw new Error('the analyst was asked before it was given rules');
      return hear ? draft(post, rules, { hear }) : draft(post, rules);
    },
  };
}
