import { useQueries } from '@tanstack/react-query';
import type { Launch } from '../../shared/domain.ts';
import type { LaunchComparison } from '../../shared/launchComparison.ts';
import { comparisonNamed } from '../../shared/nameIn.ts';
import { mostInOneQuestion, tableAxis } from '../select/launchTable.ts';
import { getJson, withQuery } from './fetchJson.ts';

/** As often as the server counts it anew. */
const everyMs = 30_000;

/** All launches around their T0, as many in one question as the server allows. `version`: with other settings it is asked again. */
export function useLaunchTable(
  launches: readonly Launch[],
  version: string,
): { comparisons: LaunchComparison[]; isWaiting: boolean; error: Error | null; retry: () => void } {
  const groups: string[][] = [];
  for (const [index, { id }] of launches.entries()) {
    if (index % mostInOneQuestion === 0) groups.push([]);
    groups.at(-1)!.push(id);
  }
  return useQueries({
    queries: groups.map(([first, ...others]) => ({
      queryKey: ['launch-table', first, others, version],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        getJson<LaunchComparison>(
          withQuery(`/api/launches/${encodeURIComponent(first!)}/compare`, { with: others, ...tableAxis, step: '1h' }),
          signal,
        ),
      refetchInterval: everyMs,
      staleTime: everyMs / 2,
    })),
    combine: (answers) => ({
      comparisons: answers.flatMap(({ data }) => (data ? [comparisonNamed(data, launches)] : [])),
      isWaiting: answers.some(({ isPending }) => isPending),
      error: answers.find(({ error }) => error)?.error ?? null,
      retry: () => {
        for (const answer of answers) void answer.refetch();
      },
    }),
  });
}
