import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Request } from 'express';
import { Refused } from './problem.ts';

const inflate = promisify(gunzip);

export type BodyLimits = {
  /** After inflation; what travels compressed may not be longer either. */
  bytes: number;
  /** From the first byte to the last. */
  withinMs: number;
};

/** The media type alone, lower case; '' when none is named. */
export function mediaType(request: Request): string {
  return request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
}

export function tooLarge(limit: number): Refused {
  const said = limit >= 1_048_576 ? `${Math.round(limit / 1_048_576)} MB` : `${Math.round(limit / 1024)} KB`;
  return new Refused(413, `a body may have ${said}, inflated; send less at a time`);
}

/** Throws for an encoding that we cannot undo and for a body that is announced as too long. */
export function isGzipped(request: Request, limit: number): boolean {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding !== 'identity' && encoding !== 'gzip') {
    const detail = `Content-Encoding is gzip or absent, not ${encoding.slice(0, 40)}`;
    throw new Refused(415, { detail, headers: { 'Accept-Encoding': 'gzip' } });
  }
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  return encoding === 'gzip';
}

/** `taken` hears of every byte as it comes, and may throw Refused to stop. */
function gather(
  request: Request,
  limits: BodyLimits,
  taken: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const announced = Number(request.headers['content-length'] ?? 0);
    // Its own memory and no pool's, so that it can be handed to another thread without a copy.
    let kept = new Uint8Array(announced > 0 ? announced : 64 * 1024);
    let length = 0;
    const settle = (act: () => void) => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('error', onGone).off('close', onGone);
      act();
    };
    const refuse = (refused: unknown) => settle(() => reject(refused));
    const onEnd = () => settle(() => resolve(length === kept.length ? kept : kept.slice(0, length)));
    const onGone = () => refuse(new Refused(400, 'the sender hung up before the end of the body'));
    const onData = (chunk: Buffer) => {
      try {
        taken(chunk.length);
        if (length + chunk.length > limits.bytes) throw tooLarge(limits.bytes);
      } catch (refused) {
        refuse(refused);
        return;
      }
      if (length + chunk.length > kept.length) {
        const larger = new Uint8Array(Math.min(limits.bytes, Math.max(kept.length * 2, length + chunk.length)));
        larger.set(kept.subarray(0, length));
        kept = larger;
      }
      kept.set(chunk, length);
      length += chunk.length;
    };
    const timer = setTimeout(() => refuse(new Refused(408, 'the body did not arrive in time')), limits.withinMs);
    request.on('data', onData).on('end', onEnd).on('error', onGone).on('close', onGone);
  });
}

/** All bytes of a body, inflated. Throws Refused: 413, 415, 408, and 400 for broken gzip or a sender that hung up. */
export async function readBody(
  request: Request,
  limits: BodyLimits,
  taken: (bytes: number) => void = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  const gzipped = isGzipped(request, limits.bytes);
  const bytes = await gather(request, limits, taken);
  if (!gzipped) return bytes;
  try {
    const inflated = await inflate(bytes, { maxOutputLength: limits.bytes });
    return new Uint8Array(inflated);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limits.bytes);
    throw new Refused(400, {
      detail: 'the body is said to be gzip and is not',
      errors: [{ code: 'not-gzip', message: (error as Error).message }],
    });
  }
}
