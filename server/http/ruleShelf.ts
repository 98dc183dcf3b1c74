import type { Stance } from '../../shared/kinds.ts';
import type { Mark, Trace } from '../../shared/trace.ts';
import type { Dataset } from '../dataset.ts';
import { type CopyFacts, explain } from '../pipeline/explain.ts';
import { compileRules, type Rules } from '../pipeline/rules.ts';
import type { StoredPost } from '../store/store.ts';
import { namesKept } from './shownMessage.ts';

type HashAuthor = (name: string) => string;

/** Messages on one page come from few rule sets; older ones are compiled again when asked for. */
const mostKept = 8;

/** `names`: under which the brands of that rule set speak, so that they are not masked. */
type Shelved = { rules: Rules; names: ReadonlySet<string> };

/** Explains posts of one data set by the rules under which they were counted, compiled when they are first asked for. */
export function createRuleShelf({ history, engine }: Pick<Dataset, 'history' | 'engine'>, hashAuthor: HashAuthor) {
  const kept = new Map<number, Promise<Shelved>>();
  // What the language model said is stored with every post. Asking the model again would bring its tables (85 MB) into
  // this thread too, to hear the same.
  let verdict = '';

  async function compile(version: number): Promise<Shelved> {
    const ruleSet = (await history.ruleSet(version)) ?? (await engine.ruleSet());
    const { workspace, transformer } = ruleSet;
    const rules = compileRules(workspace, version, { hashAuthor, languageModel: () => verdict, transformer });
    return { rules, names: namesKept(ruleSet.workspace) };
  }

  function shelved(version: number): Promise<Shelved> {
    const found = kept.get(version) ?? compile(version);
    // Asked for last, thrown away last; a failure is not kept.
    kept.delete(version);
    kept.set(version, found);
    found.catch(() => kept.delete(version));
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return found;
  }

  return {
    async explain(post: StoredPost, copy: CopyFacts): Promise<{ trace: Trace; names: ReadonlySet<string> }> {
      const { rules, names } = await shelved(post.ruleSet);
      verdict = post.analysis.lang;
      if (!post.corrected) return { trace: explain(post, post.analysis, rules, copy), names };
      // The machine's reasons are for what the machine found; where the post stands follows from people's word.
      const { machine, standing } = post.corrected;
      const { stage, reason } = post.analysis;
      return { trace: { ...explain(post, machine, rules, copy), stage, reason, corrections: standing }, names };
    },

    /** Marks and stances alone, for lists: looks only at brands that had a part in the outcome, because no other leaves a mark. */
    async mark(post: StoredPost): Promise<{ marks: Mark[]; stances: Stance[]; names: ReadonlySet<string> }> {
      const { rules, names } = await shelved(post.ruleSet);
      const counted = new Set([...post.analysis.brands.map((brand) => brand.id), ...post.analysis.excludedFrom]);
      const brands = rules.workspace.brands.filter((brand) => counted.has(brand.id));
      verdict = post.analysis.lang;
      const { marks, stances } = explain(post, post.corrected?.machine ?? post.analysis, {
        ...rules,
        workspace: { ...rules.workspace, brands },
      });
      return { marks, stances, names };
    },
  };
}

export type RuleShelf = ReturnType<typeof createRuleShelf>;
