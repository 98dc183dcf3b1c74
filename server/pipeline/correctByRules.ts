import type { Post, QueryCorrection } from '../../shared/domain.ts';
import type { Analysis } from './analysis.ts';
import { applyRelevance, setSentiment } from './applyCorrections.ts';

type Where = QueryCorrection['where'];

const some = (asked: readonly string[] | undefined, has: readonly string[]) =>
  asked === undefined || has.some((one) => asked.includes(one));

/** With a brand asked for, its opinion is the one towards that brand; as lists of messages read it. */
function opinionsIn({ brands, sentiment }: Analysis, asked: readonly string[] | undefined): string[] {
  if (asked === undefined) return [sentiment.label];
  return brands.filter(({ id }) => asked.includes(id)).map(({ opinion }) => opinion);
}

/** Everything but the query. `machine` is what the machine found by itself: one correction does not answer to another. */
function fits(where: Where, post: Pick<Post, 'at' | 'channel'>, machine: Analysis): boolean {
  const { from, to, brands, themes, channels, langs, opinions } = where;
  if ((from !== undefined && post.at < from) || (to !== undefined && post.at >= to)) return false;
  if (!some(channels, [post.channel]) || !some(langs, [machine.lang])) return false;
  const named = machine.brands.map(({ id }) => id);
  const about = machine.themes.length > 0 ? machine.themes.map(({ id }) => id) : ['none'];
  return some(brands, named) && some(themes, about) && some(opinions, opinionsIn(machine, brands));
}

/** The corrections that are about a mention, in their order; `matched` are those whose query matched. */
export function correctionsOf(
  machine: Analysis,
  post: Pick<Post, 'at' | 'channel'>,
  matched: readonly string[],
  corrections: readonly QueryCorrection[],
): QueryCorrection[] {
  if (machine.stage === 'set-aside') return [];
  return corrections.filter(
    ({ id, where }) => (where.query === undefined || matched.includes(id)) && fits(where, post, machine),
  );
}

function setThemes(analysis: Analysis, { addThemes = [], dropThemes = [] }: QueryCorrection['say']): Analysis {
  const kept = analysis.themes.filter(({ id }) => !dropThemes.includes(id));
  const fresh = addThemes.filter((id) => !kept.some((one) => one.id === id));
  const opinion = analysis.sentiment.label;
  return { ...analysis, themes: [...kept, ...fresh.map((id) => ({ id, opinion }))] };
}

/**
 * What people said of all mentions of a kind, over what the machine says of this one. Relevance first, then themes, then
 * sentiment, as for single corrections, which win over these. A post that the first sort set aside is no mention: what is
 * wrong with it is the query of a brand.
 */
export function correctByRules(
  machine: Analysis,
  post: Pick<Post, 'at' | 'channel'>,
  matched: readonly string[],
  corrections: readonly QueryCorrection[],
): Analysis {
  const ours = correctionsOf(machine, post, matched, corrections);
  const names = ({ brands }: Analysis, brand: string | undefined) =>
    brand === undefined || brands.some((one) => one.id === brand);
  const relevances = ours.flatMap(({ say: { brand, relevant } }) =>
    relevant !== undefined && names(machine, brand) ? [{ brand, value: relevant }] : [],
  );
  let analysis = applyRelevance(machine, relevances);
  if (analysis.stage === 'set-aside') return analysis;
  for (const { say } of ours) if (say.addThemes || say.dropThemes) analysis = setThemes(analysis, say);
  for (const { say } of ours)
    if (say.sentiment !== undefined && names(analysis, say.brand))
      analysis = setSentiment(analysis, say.brand, say.sentiment);
  return analysis;
}
