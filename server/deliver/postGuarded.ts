import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import { AddressRefused, type Guard } from './guard.ts';
import { oneLine } from './oneLine.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

export type Posting = { url: string; headers: Record<string, string>; body: string };

const timeoutMs = 10_000;
const mostBytes = 64 * 1024;

/** What a receiver answered: enough for `invalid_payload`, without the address, which is a secret, and no page of HTML. */
function readSaid(body: Buffer, url: URL): string {
  const text = body.toString('utf8').trim();
  if (text.startsWith('<')) return '';
  const secrets = [url.href, url.pathname + url.search, url.pathname].filter((secret) => secret.length > 1);
  return oneLine(secrets.reduce((said, secret) => said.replaceAll(secret, '…'), text));
}

/** `https://host`, port and all, and nothing of the path: the path of a webhook is often its password. */
export function hostOf(url: string): string {
  return new URL(url).host;
}

/**
 * Posts once, follows no redirect, gives the whole exchange 10 s and reads at most 64 KB of the answer. Never throws: whatever
 * happens is an outcome. `signal` ends it early, as `later`.
 */
export function postGuarded(
  posting: Posting,
  {
    guard,
    now,
    signal,
    withinMs = timeoutMs,
  }: { guard: Guard; now: () => number; signal: AbortSignal; withinMs?: number },
): Promise<Outcome> {
  const url = new URL(posting.url);
  const isTls = url.protocol === 'https:';
  const port = Number(url.port) || (isTls ? 443 : 80);
  const fault = guard.faultOf(url.hostname, port);
  if (fault !== undefined)
    return Promise.resolve({ as: 'refused', reason: { code: 'not-public', detail: url.hostname } });
  return new Promise<Outcome>((resolve) => {
    const request = (isTls ? requestTls : requestPlain)(url, {
      method: 'POST',
      agent: false,
      lookup: guard.lookup(port),
      headers: {
        ...posting.headers,
        'Content-Length': String(Buffer.byteLength(posting.body)),
        'User-Agent': 'Launchroom',
      },
    });
    const settle = (outcome: Outcome) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      resolve(outcome);
      request.destroy();
    };
    let onTimeout = () => settle({ as: 'later', reason: { code: 'timeout' } });
    const timer = setTimeout(() => onTimeout(), withinMs);
    const stop = () => settle({ as: 'later', reason: { code: 'stopped' } });
    signal.addEventListener('abort', stop);
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error instanceof AddressRefused)
        settle({ as: 'refused', reason: { code: 'not-public', detail: error.detail } });
      else settle({ as: 'later', reason: { code: 'unreachable', detail: error.code ?? error.message } });
    });
    request.on('response', (response) => {
      const { statusCode = 0, headers } = response;
      const { 'retry-after': retryAfter } = headers;
      const chunks: Buffer[] = [];
      let bytes = 0;
      const finish = () =>
        settle(
          outcomeOf(statusCode, {
            said: readSaid(Buffer.concat(chunks).subarray(0, mostBytes), url),
            now: now(),
            ...(retryAfter === undefined ? {} : { retryAfter }),
          }),
        );
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes >= mostBytes) finish();
      });
      response.on('end', finish);
      // It has said its status: a body that breaks off, or never ends, changes nothing of it.
      response.on('error', finish);
      onTimeout = finish;
    });
    request.end(posting.body);
    if (signal.aborted) stop();
  });
}
