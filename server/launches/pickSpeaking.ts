import type { Kept } from '../store/store.ts';

/** Each further message of the same theme and opinion counts this much less: three voices, not one choir. */
const repeated = 0.3;

/** What a post says of a brand, and about what: alike for many. */
function groupOf({ analysis }: Kept, brand: string): string {
  const opinion = analysis.brands.find(({ id }) => id === brand)?.opinion ?? analysis.sentiment.label;
  return `${analysis.themes[0]?.id ?? 'none'}\n${opinion}`;
}

/** The few of many messages that each speak for most: of large groups of one theme and opinion the most significant. Pure. */
export function pickSpeaking(posts: readonly Kept[], brand: string, most: number): Kept[] {
  const sizes = new Map<string, number>();
  for (const post of posts) {
    const group = groupOf(post, brand);
    sizes.set(group, (sizes.get(group) ?? 0) + 1 + post.copies);
  }
  const left = posts.map((post) => {
    const group = groupOf(post, brand);
    return { post, group, pull: post.analysis.significance * (1 + Math.log2(sizes.get(group)!)) };
  });
  const taken = new Map<string, number>();
  const chosen: Kept[] = [];
  const weighed = ({ pull, group }: (typeof left)[number]) => pull * repeated ** (taken.get(group) ?? 0);
  while (chosen.length < most && left.length > 0) {
    const best = left.reduce((a, b) => (weighed(b) > weighed(a) ? b : a));
    left.splice(left.indexOf(best), 1);
    taken.set(best.group, (taken.get(best.group) ?? 0) + 1);
    chosen.push(best.post);
  }
  return chosen;
}
