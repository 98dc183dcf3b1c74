import type { KeptCorrection } from '../../shared/correction.ts';
import type { Workspace } from '../../shared/domain.ts';
import type { SentimentLabel } from '../../shared/kinds.ts';
import type { Analysis } from './analysis.ts';
import { setAside } from './setAside.ts';

/** What a workspace still knows: a correction that names a brand or theme that is gone says nothing. */
export type Known = {
  brands: ReadonlySet<string>;
  themes: ReadonlySet<string>;
  /** The brand of each launch. */
  launches: ReadonlyMap<string, string>;
};

export const knownOf = ({ brands, themes, launches }: Pick<Workspace, 'brands' | 'themes' | 'launches'>): Known => ({
  brands: new Set(brands.map((brand) => brand.id)),
  themes: new Set(themes.map((theme) => theme.id)),
  launches: new Map(launches.map((launch) => [launch.id, launch.brand])),
});

/** A person is sure: no score in between, and no probabilities. */
const scoreOf: Record<SentimentLabel, number> = { negative: -1, neutral: 0, positive: 1 };

/** That a post is about a brand, or is not; without one: about all that it names. */
export type RelevanceWord = { brand?: string | undefined; value: boolean };

/**
 * What people say of whom a post is about, oldest first; a later word wins over an earlier one about the same brand. A brand
 * that it is not about is kept out as its query's NOT would do it: it counts nowhere for that brand, and a post that is
 * about none is no mention. A brand that it is about is one that matters, also where no query found it.
 */
export function applyRelevance(machine: Analysis, said: readonly RelevanceWord[]): Analysis {
  const found = machine.brands.map(({ id }) => id);
  const isAbout = new Map<string, boolean>();
  for (const { brand, value } of said)
    for (const id of brand === undefined ? [...found, ...isAbout.keys()] : [brand]) isAbout.set(id, value);
  const { label: opinion, score } = machine.sentiment;
  const added = [...isAbout].filter(([id, is]) => is && !found.includes(id)).map(([id]) => ({ id, opinion, score }));
  const brands = [...machine.brands.filter(({ id }) => isAbout.get(id) !== false), ...added];
  const denied = found.filter((id) => isAbout.get(id) === false);
  const excludedFrom = [...machine.excludedFrom.filter((id) => isAbout.get(id) !== true), ...denied];
  if (brands.length === 0) return denied.length > 0 ? setAside('excluded', machine.lang, excludedFrom) : machine;
  if (![...isAbout.values()].includes(true)) return denied.length > 0 ? { ...machine, brands, excludedFrom } : machine;
  return { ...machine, brands, excludedFrom, stage: 'significant', reason: null };
}

/** Sets the opinion towards a brand; without one, of the whole text and of all it names. */
export function setSentiment(analysis: Analysis, brand: string | undefined, label: SentimentLabel): Analysis {
  const own = { opinion: label, score: scoreOf[label] };
  const isWhole = brand === undefined || (analysis.brands.length === 1 && analysis.brands[0]!.id === brand);
  const brands = analysis.brands.map((one) => (isWhole || one.id === brand ? { id: one.id, ...own } : one));
  if (!isWhole) return { ...analysis, brands };
  return {
    ...analysis,
    brands,
    themes: analysis.themes.map(({ id }) => ({ id, opinion: label })),
    sentiment: { label, score: own.score },
  };
}

/**
 * A post that is no longer about a brand is about none of its launches. Whether one that became about a brand names its
 * product only the query can tell: it does when history is counted again.
 */
function keepLaunches(analysis: Analysis, { launches: brandOf }: Known): Analysis {
  if (!analysis.launches) return analysis;
  const { launches, ...rest } = analysis;
  const kept = launches.filter((id) => analysis.brands.some((brand) => brand.id === brandOf.get(id)));
  if (kept.length === launches.length) return analysis;
  return kept.length === 0 ? rest : { ...rest, launches: kept };
}

/**
 * What counts of a post: the machine's word, and over it a person's. Relevance comes first, because it may name the brand
 * that the other corrections are about; otherwise the newest wins. What was said of the sentiment or the themes of a post
 * that is about no brand waits: it counts as soon as the post is about one.
 */
export function applyCorrections(machine: Analysis, standing: readonly KeptCorrection[], known: Known): Analysis {
  const isKnown = (brand: string | undefined) => brand === undefined || known.brands.has(brand);
  const relevances = standing.flatMap(({ what, brand, value }) =>
    what === 'relevant' && value !== null && isKnown(brand) ? [{ brand, value }] : [],
  );
  let analysis = keepLaunches(applyRelevance(machine, relevances), known);
  for (const one of standing)
    if (one.what === 'themes' && one.value !== null && analysis.stage !== 'set-aside') {
      const { label } = analysis.sentiment;
      const ids = one.value.filter((id) => known.themes.has(id));
      analysis = { ...analysis, themes: ids.map((id) => ({ id, opinion: label })) };
    }
  for (const one of standing)
    if (one.what === 'sentiment' && one.value !== null && isKnown(one.brand) && analysis.stage !== 'set-aside')
      analysis = setSentiment(analysis, one.brand, one.value);
  return analysis;
}
