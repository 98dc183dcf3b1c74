import type { Problem } from '../../shared/protocol.ts';

/** What the server refused and why (RFC 9457), or that it could not be reached (`status` 0). */
export class RequestFailed extends Error {
  override name = 'RequestFailed';
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail ?? problem.title, options);
    this.problem = problem;
  }
}

/** What to say where the server says nothing itself: that it cannot be reached, answered `{status}` alone, or broke off. */
export type FailureWords = { unreachable: string; answered: string; brokeOff: string };

let failureWords: FailureWords = { unreachable: 'unreachable', answered: '{status}', brokeOff: 'broke off' };

/** The language on screen knows the words, this file does not. */
export function sayFailuresWith(words: FailureWords): void {
  failureWords = words;
}

export function problemOf(status: number, body: unknown): Problem {
  if (typeof body === 'object' && body !== null && 'title' in body) return { ...(body as Problem), status };
  return { type: 'about:blank', title: failureWords.answered.replace('{status}', String(status)), status };
}

const withoutStatus = (title: string, cause?: unknown) =>
  new RequestFailed({ type: 'about:blank', title, status: 0 }, { cause });

/** An answer that ended before it was whole. */
export const brokenOff = (cause?: unknown): RequestFailed => withoutStatus(failureWords.brokeOff, cause);

export type Answered<T> = { value: T; etag: string | null };

/** Throws `RequestFailed` with status 0 where nothing answers. */
export async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw withoutStatus(failureWords.unreachable, cause);
  }
}

/** One request, its JSON and its ETag. Everything but a 2xx throws `RequestFailed`. */
export async function request<T>(path: string, init: RequestInit = {}): Promise<Answered<T>> {
  const response = await reach(path, { ...init, headers: { Accept: 'application/json', ...init.headers } });
  const text = await response.text();
  let body: unknown;
  try {
    body = text === '' ? undefined : JSON.parse(text);
  } catch {
    // A proxy's error page: the status says what happened.
    body = undefined;
  }
  if (!response.ok) throw new RequestFailed(problemOf(response.status, body));
  // A proxy that compresses on the way makes the tag weak; what it names is still this document, to the letter.
  return { value: body as T, etag: response.headers.get('ETag')?.replace(/^W\//, '') ?? null };
}

export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await request<T>(path, { signal })).value;
}

export async function sendJson<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answered<T>> {
  return request<T>(path, {
    method,
    headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

export type Query = Record<string, string | number | readonly string[] | undefined>;

/** Writes a query string; empty lists, empty texts and undefined are left out. */
export function withQuery(path: string, query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    params.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}
