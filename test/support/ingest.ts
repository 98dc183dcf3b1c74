import type { FunnelShape, IngestAnswer, SeriesAnswer } from '../../shared/protocol.ts';

/** Posts lines to a running server's door. */
export async function ingest(url: string, posts: readonly object[]): Promise<IngestAnswer> {
  const answer = await fetch(`${url}/api/ingest`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: posts.map((post) => JSON.stringify(post)).join('\n'),
  });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as IngestAnswer;
}

export async function getJson<T>(url: string, path: string): Promise<T> {
  const answer = await fetch(`${url}${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

export const getFunnel = (url: string, query = '') => getJson<FunnelShape>(url, `/api/funnel${query}`);
export const getSeries = (url: string, query = '') => getJson<SeriesAnswer>(url, `/api/series${query}`);

/** Saves brands by name, each found by its own name. */
export async function watchBrands(url: string, ...brands: string[]): Promise<void> {
  const answer = await fetch(`${url}/api/workspace`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, brands: brands.map((brand) => ({ id: brand, name: brand, query: brand })) }),
  });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
}
