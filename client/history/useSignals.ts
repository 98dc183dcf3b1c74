import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { BuzzKind } from '../../shared/signalAxis.ts';
import type { LaunchSignal, SignalListed, SignalsList, SignalsPosted } from '../../shared/signals.ts';
import { getJson, type RequestFailed, request, saidHere, sendJson, withQuery } from './fetchJson.ts';

const key = 'signals';

/** The outside series that are kept; of a brand, those of no brand too. */
export function useSignals(): UseQueryResult<SignalsList> {
  return useQuery({ queryKey: [key], queryFn: ({ signal }) => getJson<SignalsList>('/api/signals', signal) });
}

/** One of them on the axis of a launch. */
export function useLaunchSignal(launch: string, name: string | undefined, of: BuzzKind): UseQueryResult<LaunchSignal> {
  const path = `/api/launches/${encodeURIComponent(launch)}/signals`;
  return useQuery({
    queryKey: [key, launch, name, of],
    enabled: name !== undefined,
    queryFn: ({ signal }) => getJson<LaunchSignal>(withQuery(path, { name, of }), signal),
    staleTime: 60_000,
  });
}

/** A CSV as a person drops it; `name` and `brand` for rows that say none. */
export type SignalFile = { file: File; name: string; brand: string };

export function usePostSignals(): UseMutationResult<SignalsPosted, RequestFailed, SignalFile> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ file, name, brand }) => {
      const init = { method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: file };
      const { value } = await request<SignalsPosted>(withQuery('/api/signals', { name, brand }), init);
      return { ...value, rejected: value.rejected.map(saidHere) };
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [key] }),
  });
}

export function useDropSignal(): UseMutationResult<void, RequestFailed, Pick<SignalListed, 'name' | 'brand'>> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ name, brand }) => {
      const path = `/api/signals/${encodeURIComponent(name)}`;
      await sendJson<void>('DELETE', withQuery(path, { brand: brand ?? undefined }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [key] }),
  });
}
