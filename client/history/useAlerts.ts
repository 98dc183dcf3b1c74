import { keepPreviousData, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Alert, AlertAnswer, AlertChange, AlertsAnswer, RulePrecision } from '../../shared/alerts.ts';
import { useLive } from '../live/useFrame.ts';
import { changedAlert } from '../select/changedAlert.ts';
import { getJson, RequestFailed, sendJson, withQuery } from './fetchJson.ts';

const key = 'alerts';
/** What goes on is told by the line; how it is made up, and what is over, is asked for again this often. */
const refetchMs = 60_000;
const listed = 100;

const pathOf = (id: string) => `/api/alerts/${encodeURIComponent(id)}`;
/** That there is no such alert does not change by asking again. */
const retry = (count: number, error: Error) =>
  count < 1 && !(error instanceof RequestFailed && error.problem.status === 404);

/** The newest alerts, over or not. `data`: the data set shown, so that the demo's are not taken for one's own. */
export function useAlertList(data: string): UseQueryResult<Alert[]> {
  return useQuery({
    queryKey: [key, 'list', data],
    queryFn: async ({ signal }) =>
      (await getJson<AlertsAnswer>(withQuery('/api/alerts', { limit: listed }), signal)).items,
    refetchInterval: refetchMs,
    retry,
  });
}

/** One alert and what its excess consists of. */
export function useAlert(id: string, data: string): UseQueryResult<AlertAnswer> {
  return useQuery({
    queryKey: [key, 'one', data, id],
    queryFn: ({ signal }) => getJson<AlertAnswer>(pathOf(id), signal),
    refetchInterval: refetchMs,
    retry,
  });
}

/** What people said of each rule's alerts. */
export function usePrecision(data: string): UseQueryResult<RulePrecision[]> {
  return useQuery({
    queryKey: [key, 'precision', data],
    queryFn: ({ signal }) => getJson<RulePrecision[]>('/api/alert-rules/precision', signal),
    placeholderData: keepPreviousData,
    retry,
  });
}

/**
 * An alert with what this person has just said of it: shown at once, and taken back with the reason where the server refuses. What
 * the server answered stands until the line tells something newer of it.
 */
export function useAlertChange(given: Alert): {
  alert: Alert;
  error: RequestFailed | null;
  change: (change: AlertChange) => void;
} {
  const queries = useQueryClient();
  const live = useLive();
  const newest = useRef(given);
  newest.current = given;
  const [answered, setAnswered] = useState<{ alert: Alert; over: Alert } | null>(null);
  const { mutate, variables, isPending, error } = useMutation<Alert, RequestFailed, AlertChange>({
    mutationFn: async (change) => (await sendJson<Alert>('PATCH', pathOf(given.id), change)).value,
    onSuccess(alert) {
      setAnswered({ alert, over: newest.current });
      void queries.invalidateQueries({ queryKey: [key] });
    },
  });
  const known = answered?.over === given ? answered.alert : given;
  return {
    alert: isPending ? changedAlert(known, variables, live.serverNow()) : known,
    error,
    change: mutate,
  };
}
