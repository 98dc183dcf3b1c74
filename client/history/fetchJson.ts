import type { FaultValues } from '../../shared/fault.ts';
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

/** Sentences for codes of the server, in a language that it does not speak itself; undefined where a code is not known. */
export type FailureSentences = {
  say: (code: string, values?: FaultValues) => string | undefined;
  /** What a status means by itself. */
  ofStatus: (status: number) => string | undefined;
};

let failureWords: FailureWords = { unreachable: 'unreachable', answered: '{status}', brokeOff: 'broke off' };
let sentences: FailureSentences | null = null;

/** The language on screen knows the words, this file does not. Without sentences the server's own stand, in English. */
export function sayFailuresWith(words: FailureWords, said: FailureSentences | null = null): void {
  failureWords = words;
  sentences = said;
}

type Note = { code: string; message: string; values?: FaultValues };

/** A fault, a warning or a rejection as the language on screen says it, where it knows the code. */
export function saidHere<Said extends Note>(note: Said): Said {
  return { ...note, message: sentences?.say(note.code, note.values) ?? note.message };
}

/** The whole problem so. Where its own code is not known it is said by its status, and the server's sentence stands behind that. */
function problemHere(problem: Problem): Problem {
  if (!sentences) return problem;
  const { code, values, errors, status, detail } = problem;
  const here = errors?.map(saidHere);
  const known = code === undefined ? undefined : sentences.say(code, values);
  // One fault that stands for the whole request says more than that there is one.
  const only = here?.length === 1 && errors?.[0]?.message === detail ? here[0]?.message : undefined;
  const title = sentences.ofStatus(status) ?? problem.title;
  return {
    ...problem,
    title,
    ...(detail === undefined ? {} : { detail: known ?? only ?? `${title} (${detail})` }),
    ...(here ? { errors: here } : {}),
  };
}

export function problemOf(status: number, body: unknown): Problem {
  if (typeof body === 'object' && body !== null && 'title' in body)
    return problemHere({ ...(body as Problem), status });
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
