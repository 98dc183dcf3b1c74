import type { Request } from 'express';
import type { RuleSet } from '../store/store.ts';
import { Refused } from './problem.ts';

export function etagHeader(etag: string): string {
  return `"${etag}"`;
}

/** Weak tags are left out: If-Match compares strongly (RFC 9110, 13.1.1), and a weak one only says "much the same". */
function etagsIn(header: string): string[] {
  return header
    .split(',')
    .map((one) => one.trim())
    .filter((one) => !one.startsWith('W/'))
    .map((one) => one.replace(/^"(.*)"$/, '$1'));
}

export function staleWorkspace(current: RuleSet): Refused {
  return new Refused(412, {
    detail: 'the workspace was changed meanwhile: read it again, put your change in, send it with its new ETag',
    code: 'changed-meanwhile',
    headers: { ETag: etagHeader(current.etag) },
  });
}

/** The etag a change must start from, if the sender named any. Throws Refused (412) when it is no longer the newest. */
export function expectedEtag(request: Request, current: RuleSet): string | undefined {
  const header = request.headers['if-match'];
  if (header === undefined) return undefined;
  const named = etagsIn(header);
  if (named.includes('*') || named.includes(current.etag)) return current.etag;
  throw staleWorkspace(current);
}
