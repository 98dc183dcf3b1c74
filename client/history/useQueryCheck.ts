import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { QueryNote } from '../select/repairQuery.ts';
import { saidHere, sendJson } from './fetchJson.ts';

export type QueryCheck = { ok: boolean; faults: QueryNote[]; warnings: QueryNote[]; query: string };

/** A value that has rested for `ms`: what is typed is not asked about letter by letter. */
export function useRested<T>(value: T, ms: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
}

/** What the compiler says of a query; null asks nothing. */
export function useQueryCheck(query: string | null): UseQueryResult<QueryCheck> {
  return useQuery({
    queryKey: ['query-check', query],
    queryFn: async () => {
      const { value } = await sendJson<Omit<QueryCheck, 'query'>>('POST', '/api/query/check', { query });
      return { ...value, query: query ?? '' };
    },
    // In the language on screen now: the answer may be of before it changed.
    select: ({ faults, warnings, ...check }) => ({
      ...check,
      faults: faults.map(saidHere),
      warnings: warnings.map(saidHere),
    }),
    enabled: query !== null && query.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
    retry: false,
  });
}
