import type { Trace } from '../../shared/trace.ts';
import type { Dataset } from '../dataset.ts';
import { type CopyFacts, explain } from '../pipeline/explain.ts';
import { compileRules, type Rules } from '../pipeline/rules.ts';
import type { StoredPost } from '../store/store.ts';

/** Messages on one page come from few rule sets; older ones are compiled again when asked for. */
const mostKept = 8;

/** Explains posts by the rule sets under which they were counted, compiled when they are first asked for. */
export function createRuleShelf(hashAuthor: (name: string) => string) {
  const kept = new Map<string, Promise<Rules>>();
  // What the language model said is stored with every post. Asking the model again would bring its tables (85 MB) into
  // this thread too, to hear the same.
  let verdict = '';

  async function compile(dataset: Dataset, version: number): Promise<Rules> {
    const ruleSet = (await dataset.history.ruleSet(version)) ?? (await dataset.engine.ruleSet());
    return compileRules(ruleSet.workspace, version, { hashAuthor, languageModel: () => verdict });
  }

  function rulesOf(dataset: Dataset, version: number): Promise<Rules> {
    const key = `${dataset.publisher.epoch} ${version}`;
    const rules = kept.get(key) ?? compile(dataset, version);
    // Asked for last, thrown away last; a failure is not kept.
    kept.delete(key);
    kept.set(key, rules);
    rules.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return rules;
  }

  return {
    async explain(dataset: Dataset, post: StoredPost, copy: CopyFacts): Promise<Trace> {
      const rules = await rulesOf(dataset, post.ruleSet);
      verdict = post.analysis.lang;
      return explain(post, post.analysis, rules, copy);
    },
  };
}

export type RuleShelf = ReturnType<typeof createRuleShelf>;
