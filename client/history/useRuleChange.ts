import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { QueryCorrection, Workspace } from '../../shared/domain.ts';
import type { PreviewAnswer, RetrainAnswer } from '../../shared/protocol.ts';
import { type RequestFailed, sendJson, withQuery } from './fetchJson.ts';
import { type Progress, postForProgress } from './fetchProgress.ts';

/** `progress`: posts read, of how many; null before the first are. `stop` gives up waiting, and the server stops counting. */
export type RulesPreview = UseMutationResult<PreviewAnswer, RequestFailed, Workspace> & {
  progress: Progress | null;
  stop(): void;
};

/** What settings that nobody saved would make of history. */
export function useRulesPreview(): RulesPreview {
  const given = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const preview = useMutation<PreviewAnswer, RequestFailed, Workspace>({
    mutationFn: (workspace) => {
      const own = new AbortController();
      given.current = own;
      setProgress(null);
      return postForProgress<PreviewAnswer>('/api/workspace/preview', workspace, own.signal, (at) => {
        if (given.current === own) setProgress(at);
      });
    },
  });
  // Who leaves the screen does not wait: the server's core is free again.
  useEffect(() => () => given.current?.abort(), []);
  const stop = () => {
    given.current?.abort();
    given.current = null;
    preview.reset();
  };
  return { ...preview, progress, stop };
}

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
