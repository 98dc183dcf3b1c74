import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ExportReady } from '../../shared/launchComparison.ts';
import type { RequestFailed } from './fetchJson.ts';
import { askForProgress, type Progress } from './fetchProgress.ts';

/** Hands a file that is ready over to the browser, which asks for it by its own name. */
function download(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = '';
  link.click();
}

/** Makes a file and downloads it: `progress` tells how far its reading is (null: not begun), `stop` gives it up on the server too. */
export function useExport() {
  const given = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const { mutate, reset, isPending, error } = useMutation<void, RequestFailed, string>({
    async mutationFn(href) {
      given.current?.abort();
      const own = new AbortController();
      given.current = own;
      setProgress(null);
      await askForProgress<ExportReady>(href, {}, own.signal, (at) => {
        if (given.current === own) setProgress(at);
      });
      download(href);
    },
  });
  useEffect(() => () => given.current?.abort(), []);
  const stop = () => {
    given.current?.abort();
    given.current = null;
    reset();
  };
  return { start: mutate, stop, isPending, error, progress };
}
