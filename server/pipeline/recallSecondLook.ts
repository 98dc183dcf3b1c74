import type { Probabilities, Sentiment } from '../../shared/domain.ts';
import type { SecondLook } from '../../shared/trace.ts';
import type { Analysis } from './analysis.ts';
import type { Rules } from './rules.ts';

/**
 * What a second look said is kept with the post: hearing it again needs no transformer. Where the kept probabilities are the first
 * look's there has been none.
 */
export function recall(stored: Analysis, first: Sentiment) {
  const { probabilities: kept } = stored.sentiment;
  const isFirst = ({ negative, positive }: Probabilities) =>
    first.probabilities !== undefined &&
    Math.abs(negative - first.probabilities.negative) < 1e-6 &&
    Math.abs(positive - first.probabilities.positive) < 1e-6;
  const said = kept === undefined || isFirst(kept) ? undefined : kept;
  let isDue = false;
  return {
    hear(): Probabilities | undefined {
      isDue = true;
      return said;
    },
    /** Nothing where the pipeline did not ask. */
    told({ transformer }: Rules): SecondLook | undefined {
      if (!isDue || !transformer) return undefined;
      const { name, hash, runtime } = transformer;
      return { by: { name, hash, runtime }, said: said ?? null, first: { label: first.label, score: first.score } };
    },
  };
}
