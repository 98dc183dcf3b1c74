import type { KeptCorrection } from '../../shared/correction.ts';
import type { Workspace } from '../../shared/domain.ts';
import type { SentimentLabel } from '../../shared/kinds.ts';
import type { Analysis } from './analysis.ts';

/** What a workspace still knows: a correction that names a brand or theme that is gone says nothing. */
export type Known = { brands: ReadonlySet<string>; themes: ReadonlySet<string> };

export const knownOf = ({ brands, themes }: Pick<Workspace, 'brands' | 'themes'>): Known => ({
  brands: new Set(brands.map((brand) => brand.id)),
  themes: new Set(themes.map((theme) => theme.id)),
});

/** A person is sure: no score in between, and no probabilities. */
const scoreOf: Record<SentimentLabel, number> = { negative: -1, neutral: 0, positive: 1 };

/** Says of an analysis that the post is about the brand (without one: about any), or is not. */
export function setRelevance(analysis: Analysis, brand: string | undefined, relevant: boolean): Analysis {
  if (relevant) {
    const isNew = brand !== undefined && !analysis.brands.some((one) => one.id === brand);
    const { label: opinion, score } = analysis.sentiment;
    const brands = isNew ? [...analysis.brands, { id: brand, opinion, score }] : analysis.brands;
    if (brands.length === 0) return analysis;
    const excludedFrom = analysis.excludedFrom.filter((one) => one !== brand);
    return { ...analysis, brands, excludedFrom, stage: 'significant', reason: null };
  }
  if (analysis.stage === 'set-aside') return analysis;
  const others = analysis.brands.filter((one) => one.id !== brand);
  if (brand === undefined || others.length === 0) return { ...analysis, stage: 'important', reason: 'other-meaning' };
  if (others.length === analysis.brands.length) return analysis;
  return { ...analysis, brands: others, excludedFrom: [...analysis.excludedFrom, brand] };
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
 * What counts of a post: the machine's word, and over it a person's. Relevance comes first, because it may name the brand
 * that the other corrections are about; otherwise the newest wins.
 */
export function applyCorrections(machine: Analysis, standing: readonly KeptCorrection[], known: Known): Analysis {
  let analysis = machine;
  const isKnown = (brand: string | undefined) => brand === undefined || known.brands.has(brand);
  for (const one of standing)
    if (one.what === 'relevant' && one.value !== null && isKnown(one.brand))
      analysis = setRelevance(analysis, one.brand, one.value);
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
