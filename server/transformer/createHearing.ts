import type { Probabilities } from '../../shared/kinds.ts';
import type { Hear } from '../pipeline/secondLook.ts';

/** Whoever answers about one text; null: nothing can be said of it. The same text always gets the same answer. */
export type Judge = (text: string) => Promise<Probabilities | null>;

export type Hearing = {
  hear: Hear;
  /** Asks about all that `hear` had no answer to; true when there was something, and it is worth looking again. */
  ask(): Promise<boolean>;
};

/**
 * Lets the pipeline, which waits for nobody, use a model that takes its time: look once, ask about what was listened for,
 * look again. For a handful of posts; what was heard is kept as long as this is.
 */
export function createHearing(judge: Judge): Hearing {
  const answers = new Map<string, Probabilities | null>();
  const missing = new Set<string>();
  return {
    hear(text) {
      const known = answers.get(text);
      if (known === undefined) missing.add(text);
      return known ?? undefined;
    },
    async ask() {
      if (missing.size === 0) return false;
      for (const text of missing) answers.set(text, await judge(text));
      missing.clear();
      return true;
    },
  };
}
