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

export function problemOf(status: number, body: unknown): Problem {
  if (typeof body === 'object' && body !== null && 'title' in body) return { ...(body as Problem), status };
  return { type: 'about:blank', title: `The server answered ${status}`, status };
}

export type Answered<T> = { value: T; etag: string | null };

let unreachable = 'The server cannot be reached';

/** What to say where nothing answers: the language on screen knows, this file does not. */
export function sayUnreachable(words: string): void {
  unreachable = words;
}

/** Throws `RequestFailed` with status 0 where nothing answers. */
export async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new RequestFailed({ type: 'about:blank', title: unreachable, status: 0 }, { cause });
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
