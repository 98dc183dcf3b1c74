import type { SetAsideReason } from '../../shared/domain.ts';
import type { FunnelShape } from '../../shared/protocol.ts';
import { type Outcome, stageOf } from './codes.ts';
import type { Sorted } from './counted.ts';

/** What a post counts as when the funnel is asked about some brands only; null: it does not name them. */
export function outcomeFor(analysis: Sorted, brands: readonly string[]): Outcome | null {
  if (analysis.brands.some((brand) => brands.includes(brand.id))) return analysis.reason ?? 'significant';
  return analysis.excludedFrom.some((brand) => brands.includes(brand)) ? 'excluded' : null;
}

/**
 * The funnel from counts by outcome. `collected` is every post of the range, asked for brands or not; what does not name
 * the brands goes under `no-brand`, so that collected = significant + all set aside, always.
 */
export function funnelShape(counts: ReadonlyMap<Outcome, number>, collected: number): FunnelShape {
  const setAside: Partial<Record<SetAsideReason, number>> = {};
  let significant = 0;
  let important = 0;
  let named = 0;
  for (const [outcome, posts] of counts) {
    if (posts === 0 || outcome === 'no-brand') continue;
    named += posts;
    if (stageOf(outcome) !== 'set-aside') important += posts;
    if (outcome === 'significant') significant += posts;
    else setAside[outcome] = posts;
  }
  if (collected > named) setAside['no-brand'] = collected - named;
  return { collected, important, significant, setAside };
}
