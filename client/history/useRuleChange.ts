import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { QueryCorrection, Workspace } from '../../shared/domain.ts';
import type { PreviewAnswer, RetrainAnswer } from '../../shared/protocol.ts';
import { type RequestFailed, sendJson, withQuery } from './fetchJson.ts';
import { type Asked, usePostForProgress } from './usePostForProgress.ts';

export type RulesPreview = Asked<PreviewAnswer, Workspace>;

/** What settings that nobody saved would make of history. */
export const useRulesPreview = (): RulesPreview =>
  usePostForProgress<PreviewAnswer, Workspace>('/api/workspace/preview');

/** What people's labels teach; saves nothing. */
export function useRetrain(): UseMutationResult<RetrainAnswer, RequestFailed, void> {
  return useMutation({
    mutationFn: async () => (await sendJson<RetrainAnswer>('POST', '/api/workspace/retrain')).value,
  });
}

export type NewCorrection = Omit<QueryCorrection, 'id'>;

/** One correction of all that a query finds, in the data that is shown: counted first, then made, then taken back. */
export function useBulkCorrection(data: string): {
  count: UseMutationResult<PreviewAnswer, RequestFailed, NewCorrection>;
  make: UseMutationResult<QueryCorrection, RequestFailed, NewCorrection>;
  takeBack: UseMutationResult<unknown, RequestFailed, string>;
} {
  return {
    count: useMutation({
      mutationFn: async (said) =>
        (await sendJson<PreviewAnswer>('POST', withQuery('/api/corrections', { data, dry: 'yes' }), said)).value,
    }),
    make: useMutation({
      mutationFn: async (said) =>
        (await sendJson<QueryCorrection>('POST', withQuery('/api/corrections', { data }), said)).value,
    }),
    takeBack: useMutation({
      mutationFn: async (id) =>
        (await sendJson('DELETE', withQuery(`/api/corrections/${encodeURIComponent(id)}`, { data }))).value,
    }),
  };
}
