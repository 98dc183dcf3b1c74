import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { DeliveriesAnswer, ReceiverAnswer, ReceiversAnswer, ReceiverTestAnswer } from '../../shared/receivers.ts';
import type { ReceiverBody } from '../select/receiverDraft.ts';
import { getJson, type RequestFailed, sendJson } from './fetchJson.ts';

const receiversKey = ['receivers'];
const deliveriesKey = ['deliveries'];
const freshMs = 5_000;
/** A page of the log. */
const shownInLog = 50;

export function useReceivers(): UseQueryResult<ReceiversAnswer, RequestFailed> {
  return useQuery({
    queryKey: receiversKey,
    queryFn: ({ signal }) => getJson<ReceiversAnswer>('/api/receivers', signal),
    refetchInterval: freshMs,
  });
}

/** The newest deliveries to everybody. */
export function useDeliveries(): UseQueryResult<DeliveriesAnswer, RequestFailed> {
  return useQuery({
    queryKey: deliveriesKey,
    queryFn: ({ signal }) => getJson<DeliveriesAnswer>(`/api/deliveries?limit=${shownInLog}`, signal),
    refetchInterval: freshMs,
  });
}

function useRefreshed<Answer, Asked>(
  ask: (asked: Asked) => Promise<Answer>,
): UseMutationResult<Answer, RequestFailed, Asked> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ask,
    // The form says what is kept: it waits for the list that holds it.
    onSettled: async () => {
      await Promise.all([receiversKey, deliveriesKey].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}

/** `id` undefined: a new one. */
export const useSaveReceiver = () =>
  useRefreshed(async ({ id, body }: { id: string | undefined; body: ReceiverBody }) => {
    const saved =
      id === undefined
        ? await sendJson<ReceiverAnswer>('POST', '/api/receivers', body)
        : await sendJson<ReceiverAnswer>('PUT', `/api/receivers/${encodeURIComponent(id)}`, body);
    return saved.value;
  });

export const useRemoveReceiver = () =>
  useRefreshed((id: string) => sendJson<void>('DELETE', `/api/receivers/${encodeURIComponent(id)}`));

export const useTestReceiver = () =>
  useRefreshed(
    async (id: string) =>
      (await sendJson<ReceiverTestAnswer>('POST', `/api/receivers/${encodeURIComponent(id)}/test`)).value,
  );
