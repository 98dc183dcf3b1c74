import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { WallAsk, WallState } from '../../shared/wall.ts';
import { type RequestFailed, sendJson } from './fetchJson.ts';

/** Asks all walls to show something. What they then show comes back through the `wall` topic, as it does to everybody. */
export function useWallRemote(): UseMutationResult<WallState, RequestFailed, WallAsk> {
  return useMutation({ mutationFn: async (ask) => (await sendJson<WallState>('PUT', '/api/wall', ask)).value });
}
