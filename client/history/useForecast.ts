import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ForecastAnswer } from '../../shared/forecast.ts';
import { getJson, withQuery } from './fetchJson.ts';

const refetchMs = 5 * 60_000;

/** The mentions that the next six hours are expected to bring, hour by hour. */
export function useForecast(brand: string, version: string): UseQueryResult<ForecastAnswer> {
  return useQuery({
    queryKey: ['forecast', version, brand],
    queryFn: ({ signal }) => getJson<ForecastAnswer>(withQuery('/api/forecast', { brand, hours: 6 }), signal),
    placeholderData: (previous) => previous,
    refetchInterval: refetchMs,
    staleTime: refetchMs,
  });
}
