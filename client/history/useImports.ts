import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ImportJob } from '../../shared/protocol.ts';
import { getJson, request, saidHere, sendJson, withQuery } from './fetchJson.ts';

const key = ['imports'];

/** Why an import waits or failed, as the language on screen says it. */
export function sayState(job: ImportJob): ImportJob {
  const { message, code, values } = job;
  if (message === undefined || code === undefined) return job;
  return { ...job, message: saidHere({ code, message, ...(values ? { values } : {}) }).message };
}

/** Files handed over from browsers; asked for every second while one of them runs. */
export function useImports(): UseQueryResult<ImportJob[]> {
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await getJson<{ items: ImportJob[] }>('/api/imports', signal)).items,
    select: (jobs) =>
      jobs.map((job) => ({
        ...sayState(job),
        preview: job.preview.map((row) => ('error' in row ? { ...row, error: saidHere(row.error) } : row)),
      })),
    refetchInterval: (query) => (query.state.data?.some((job) => job.state === 'running') ? 1_000 : 10_000),
  });
}

export type ImportActions = {
  upload: (file: File) => Promise<ImportJob>;
  choose: (job: ImportJob, map: ImportJob['map'], defaults: ImportJob['defaults']) => Promise<void>;
  start: (job: ImportJob) => Promise<void>;
  stop: (job: ImportJob) => Promise<void>;
  remove: (job: ImportJob) => Promise<void>;
};

/** The file itself is the body: the browser streams it from disk, whatever its size. */
export function useImportActions(): ImportActions {
  const queries = useQueryClient();
  const again = useCallback(() => queries.invalidateQueries({ queryKey: key }), [queries]);
  const path = (job: ImportJob, rest = '') => `/api/imports/${encodeURIComponent(job.id)}${rest}`;
  return {
    async upload(file) {
      const { value } = await request<ImportJob>(withQuery('/api/imports', { name: file.name }), {
        method: 'POST',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: file,
      });
      await again();
      return value;
    },
    async choose(job, map, defaults) {
      await sendJson('PUT', path(job, '/map'), { map, defaults });
      await again();
    },
    async start(job) {
      await sendJson('POST', path(job, '/start'));
      await again();
    },
    async stop(job) {
      await sendJson('POST', path(job, '/stop'));
      await again();
    },
    async remove(job) {
      await sendJson('DELETE', path(job));
      await again();
    },
  };
}
