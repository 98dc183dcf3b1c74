import type { Launch } from '../../../shared/domain.ts';
import { dayMs } from '../../../shared/rollup.ts';
import type { ExploreState } from '../../select/exploreState.ts';
import type { SpanKind } from '../../select/headline.ts';

export type BriefWindow = {
  topic: `figures/${string}`;
  span: Extract<SpanKind, 'day' | 'since'>;
  /** The same window on Explore. */
  range: Pick<ExploreState, 'range'>;
};

/** Minutes are kept live for sixteen days: no window reaches further back. */
const liveForMs = 16 * dayMs;

/** Since T0 while a launch runs, else the last 24 hours. */
export function briefWindow(launch: Launch | null, now: number): BriefWindow {
  if (launch && launch.at < now && now < launch.at + liveForMs)
    return { topic: `figures/since/${launch.at}`, span: 'since', range: { range: 't0' } };
  return { topic: 'figures/24h', span: 'day', range: { range: '24h' } };
}
