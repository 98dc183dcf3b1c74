import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { SpeakAnswer } from '../../shared/speak.ts';
import { getJson } from './fetchJson.ts';

/** When and where a launch is usually spoken of; `version` changes with the workspace and with what history is counted under. */
export function useSpeak(launch: string, version: string): UseQueryResult<SpeakAnswer> {
  return useQuery({
    queryKey: ['speak', launch, version],
    queryFn: ({ signal }) => getJson<SpeakAnswer>(`/api/launches/${encodeURIComponent(launch)}/speak`, signal),
    refetchInterval: 5 * 60_000,
    staleTime: 60_000,
  });
}
