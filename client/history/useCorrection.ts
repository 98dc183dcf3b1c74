import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SentimentLabel } from '../../shared/kinds.ts';
import type { MentionAnswer } from '../../shared/protocol.ts';
import { type RequestFailed, sendJson } from './fetchJson.ts';

/** What a person says of a message; `null` takes it back. */
export type Said = {
  brand?: string;
  sentiment?: SentimentLabel | null;
  themes?: string[] | null;
  relevant?: boolean | null;
};

/** Corrects one message; what was read of it, and every figure it counts in, is asked for again. */
export function useCorrection(seq: number, version: string): UseMutationResult<MentionAnswer, RequestFailed, Said> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (said) => (await sendJson<MentionAnswer>('PATCH', `/api/mentions/seq:${seq}`, said)).value,
    onSuccess: async (answer) => {
      queries.setQueryData(['trace', version, seq], answer);
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => ['messages', 'newest', 'picture'].includes(String(queryKey[0])),
      });
    },
  });
}
