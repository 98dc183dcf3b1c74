import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { LaunchComparison } from '../../shared/launchComparison.ts';
import type { ComparisonState } from '../select/comparisonState.ts';
import { getJson, withQuery } from './fetchJson.ts';

/** How often a launch under way is read anew: as often as the server counts it anew. */
const everyMs = 30_000;

/** A launch among past ones. `version`: the status frame's word for the settings; with other settings it is asked again. */
export function useLaunchComparison(
  launch: string,
  { metric, scale, theme, past }: ComparisonState,
  version: string,
  select: (answer: LaunchComparison) => LaunchComparison,
): UseQueryResult<LaunchComparison> {
  const path = `/api/launches/${encodeURIComponent(launch)}/compare`;
  const asked = { metric, scale, theme: metric === 'theme' ? theme : undefined, with: past };
  return useQuery({
    queryKey: ['launch-comparison', launch, asked, version],
    queryFn: ({ signal }) => getJson<LaunchComparison>(withQuery(path, asked), signal),
    select,
    // Another metric of the same launch: the old curve stays until the new one is there.
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
    staleTime: everyMs / 2,
  });
}
