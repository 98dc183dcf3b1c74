import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { sendProblem } from './problem.ts';

/** A screen that refetches every panel each five seconds needs some hundred a minute; an office shares one address. */
const requestsPerMinute = 3_000;
/** Wrong tokens and missing ones: nobody guesses 32 characters, but nobody should try either. */
const refusalsPerMinute = 60;

function isLoopback(ip: string | undefined): boolean {
  return ip === '::1' || /^(::ffff:)?127\./.test(ip ?? '');
}

function limit(perMinute: number, onlyRefusals: boolean): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: onlyRefusals ? 'refusals' : 'requests',
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    // Posts are limited by the engine's queue, which says 503 and when to come again.
    skip: (request) => isLoopback(request.ip) || (!onlyRefusals && request.path === '/api/ingest'),
    ...(onlyRefusals
      ? { skipSuccessfulRequests: true, requestWasSuccessful: (_request, response) => response.statusCode !== 401 }
      : {}),
    handler: (_request, response) => sendProblem(response, 429, { detail: 'come again in a minute' }),
  });
}

/** Never on loopback: whoever sits at the machine may ask as often as they like. */
export function requestLimits(): RequestHandler[] {
  return [limit(refusalsPerMinute, true), limit(requestsPerMinute, false)];
}
