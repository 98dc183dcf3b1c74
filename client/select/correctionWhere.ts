import type { QueryCorrection } from '../../shared/domain.ts';
import type { Window } from './exploreRange.ts';
import type { ExploreState } from './exploreState.ts';

type Filters = Pick<ExploreState, 'q' | 'brands' | 'themes' | 'channels' | 'langs' | 'opinions'>;

/** Explore's filters as those of a correction; null where they narrow nothing. With a window: only what was said in it. */
export function correctionWhere(
  state: Filters,
  window: Pick<Window, 'from' | 'to'> | null,
): QueryCorrection['where'] | null {
  const query = state.q.trim();
  const some = <Item>(list: readonly Item[]) => (list.length > 0 ? [...list] : undefined);
  const where = {
    query: query === '' ? undefined : query,
    brands: some(state.brands),
    themes: some(state.themes),
    channels: some(state.channels),
    langs: some(state.langs),
    opinions: some(state.opinions),
  };
  const said = Object.fromEntries(Object.entries(where).filter(([, value]) => value !== undefined));
  if (Object.keys(said).length === 0) return null;
  return window ? { ...said, from: window.from, to: window.to } : said;
}
