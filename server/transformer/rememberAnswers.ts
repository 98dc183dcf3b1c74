import type { Probabilities } from '../../shared/kinds.ts';
import type { Judge } from './createHearing.ts';

/** 15 MB of short texts: as many as a preview of 100,000 posts asks about in most launches. */
const mostRemembered = 50_000;
const longestRemembered = 1_000;

/**
 * Answers again what was asked before: copies of a text, and history read anew after a preview. It changes no answer,
 * because a text always gets the same one.
 */
export function rememberAnswers(judge: Judge, most = mostRemembered): Judge {
  const known = new Map<string, Probabilities | null>();
  return async (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = await judge(text);
    if (text.length > longestRemembered) return answer;
    const [oldest] = known.keys();
    if (known.size >= most && oldest !== undefined) known.delete(oldest);
    known.set(text, answer);
    return answer;
  };
}
