import type { Server } from 'node:http';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { FaultValues } from '../../shared/fault.ts';
import type { Problem, ProblemDetail } from '../../shared/protocol.ts';
import { EngineBusy } from '../engine/engine.ts';
import type { Logger } from './deps.ts';
import { discardRest } from './discardRest.ts';

const titles: Record<number, string> = {
  400: 'The request cannot be used as it is',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'There is nothing here',
  405: 'Not with this method',
  408: 'The request took too long',
  409: 'Not possible in this state',
  412: 'Somebody else was faster',
  413: 'Too large',
  415: 'Not in this format',
  429: 'Too many requests',
  431: 'The headers are too large',
  500: 'A fault of the server',
  503: 'Not possible just now',
};

export type Refusal = {
  detail?: string;
  /** Stable, for screens that say `detail` in a language of theirs: `client/ui/failures.fr.ts` holds the words. */
  code?: string;
  values?: FaultValues;
  errors?: ProblemDetail[];
  headers?: Record<string, string>;
  /** Extension members of the problem document. */
  more?: Record<string, unknown>;
};

/** Thrown by a route to answer with a problem document: the client's doing or a passing trouble, not a bug. */
export class Refused extends Error {
  override name = 'Refused';
  readonly status: number;
  readonly refusal: Refusal;
  constructor(status: number, refusal: Refusal | string = {}) {
    const said = typeof refusal === 'string' ? { detail: refusal } : refusal;
    super(said.detail ?? titles[status] ?? String(status));
    this.status = status;
    this.refusal = said;
  }
}

/** Ten thousand faults of one document help nobody more than its first hundred. */
const mostErrors = 100;

export function problemOf(status: number, refusal: Refusal = {}): Problem {
  return {
    type: 'about:blank',
    title: titles[status] ?? 'Refused',
    status,
    ...(refusal.detail ? { detail: refusal.detail } : {}),
    ...(refusal.code ? { code: refusal.code } : {}),
    ...(refusal.values ? { values: refusal.values } : {}),
    ...(refusal.errors ? { errors: refusal.errors.slice(0, mostErrors) } : {}),
    ...(refusal.errors && refusal.errors.length > mostErrors
      ? { errorsLeftOut: refusal.errors.length - mostErrors }
      : {}),
    ...refusal.more,
  };
}

export function sendProblem(response: Response, status: number, refusal: Refusal = {}): void {
  response
    .status(status)
    .set({ ...refusal.headers, 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' })
    .end(JSON.stringify(problemOf(status, refusal)));
}

export const nothingHere: RequestHandler = (request, response) => {
  sendProblem(response, 404, { detail: `${request.method} ${request.path} is not a door of this server` });
};

/** What Express and Node throw for what a client sent (a broken percent escape) carries its status. */
function clientStatus(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

/** The one place where an error becomes an answer. A bug is logged with its stack and told to nobody. */
export function answerErrors(logger: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) {
      // Half an answer must not look like a whole one: Express's own handler breaks the connection off.
      next(error);
      return;
    }
    discardRest(request);
    if (error instanceof Refused) {
      sendProblem(response, error.status, error.refusal);
      return;
    }
    if (error instanceof EngineBusy) {
      const seconds = String(Math.max(1, Math.ceil(error.retryAfterS)));
      sendProblem(response, 503, { detail: error.message, code: 'busy', headers: { 'Retry-After': seconds } });
      return;
    }
    if (error instanceof Error && error.name === 'HistoryLost') {
      const detail = 'the history is being opened again';
      sendProblem(response, 503, { detail, code: 'history-opens', headers: { 'Retry-After': '1' } });
      return;
    }
    const status = clientStatus(error);
    if (status !== undefined) {
      sendProblem(response, status, { detail: 'the address or the headers cannot be read' });
      return;
    }
    logger.error({ err: error, method: request.method, path: request.path }, 'a request failed');
    sendProblem(response, 500);
  };
}

/** What Node refuses before there is a request: answered with a problem document too. */
export function answerBrokenRequests(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
    const body = JSON.stringify(problemOf(status, { detail: 'this is no HTTP request that can be read' }));
    socket.end(
      `HTTP/1.1 ${status} ${titles[status]}\r\nContent-Type: application/problem+json\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  });
}
