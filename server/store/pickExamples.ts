import type { Kept } from './store.ts';

const examples = 3;

/** Three messages that speak for many: significant ones first, then those with most copies, shares and likes. */
export function pickExamples(posts: readonly Kept[]): Kept[] {
  return [...posts].sort((a, b) => weightOf(b) - weightOf(a) || a.at - b.at || a.seq - b.seq).slice(0, examples);
}

function weightOf({ analysis, copies, metrics }: Kept): number {
  const echo = copies + (metrics?.likes ?? 0) + (metrics?.shares ?? 0) + (metrics?.replies ?? 0);
  return (analysis.stage === 'significant' ? 100 : 0) + Math.log1p(echo);
}
