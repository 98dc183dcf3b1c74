import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { RequestFailed } from './fetchJson.ts';
import { type Progress, postForProgress } from './fetchProgress.ts';

/** `progress`: how much was read, of how much; null before any was. `stop` gives up waiting, and the server stops counting. */
export type Asked<Answer, Body> = UseMutationResult<Answer, RequestFailed, Body> & {
  progress: Progress | null;
  stop(): void;
};

/** Asks a door that takes long and says how far it is. A newer question gives the older one up. */
export function usePostForProgress<Answer, Body>(path: string): Asked<Answer, Body> {
  const given = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const asked = useMutation<Answer, RequestFailed, Body>({
    mutationFn: (body) => {
      given.current?.abort();
      const own = new AbortController();
      given.current = own;
      setProgress(null);
      return postForProgress<Answer>(path, body, own.signal, (at) => {
        if (given.current === own) setProgress(at);
      });
    },
  });
  // Who leaves the screen does not wait: the server's core is free again.
  useEffect(() => () => given.current?.abort(), []);
  const stop = () => {
    given.current?.abort();
    given.current = null;
    asked.reset();
  };
  return { ...asked, progress, stop };
}
