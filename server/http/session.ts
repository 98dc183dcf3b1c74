import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { parseCookie } from 'cookie';
import type { AccessConfig } from './deps.ts';
import type { Role } from './roles.ts';

/** A wall hangs for weeks: it signs in once a year. A changed token ends every session made from it at once. */
export const sessionMs = 365 * 86_400_000;

/** `__Host-` binds the cookie to this host under TLS; without TLS browsers refuse that prefix. */
export const sessionCookies = { secure: '__Host-launchroom', plain: 'launchroom' } as const;

type TokenRole = Exclude<Role, 'none'>;

function tokenOf(access: AccessConfig, role: string): string | undefined {
  if (role === 'all') return access.token;
  if (role === 'view') return access.viewToken;
  if (role === 'ingest') return access.ingestToken;
  return undefined;
}

/** Compares digests of equal length, so that neither content nor length shows in the time it takes. */
function isSame(given: string, kept: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(kept));
}

/** Tests every token, whichever matches: the time says nothing about which one it was. */
export function roleOfToken(access: AccessConfig, given: string): TokenRole | undefined {
  let found: TokenRole | undefined;
  for (const role of ['ingest', 'view', 'all'] as const) {
    const kept = tokenOf(access, role);
    if (kept !== undefined && isSame(given, kept)) found = role;
  }
  return found;
}

function sealOf(token: string, role: string, until: string): string {
  return createHmac('sha256', token).update(`launchroom session|${role}|${until}`).digest('base64url');
}

/** What the cookie holds: the role and its end, sealed with the token; the token cannot be read back from it. */
export function sessionValue(access: AccessConfig, role: TokenRole, now: number): string {
  const until = String(now + sessionMs);
  return `${role}.${until}.${sealOf(tokenOf(access, role) ?? '', role, until)}`;
}

export function roleOfCookies(access: AccessConfig, header: string | undefined, now: number): TokenRole | undefined {
  if (!header) return undefined;
  const cookies = parseCookie(header);
  const value = cookies[sessionCookies.secure] ?? cookies[sessionCookies.plain];
  const [role, until, seal, ...rest] = value?.split('.') ?? [];
  if (!role || !until || !seal || rest.length > 0 || !/^\d{1,15}$/.test(until)) return undefined;
  const token = tokenOf(access, role);
  if (token === undefined || !isSame(seal, sealOf(token, role, until)) || Number(until) <= now) return undefined;
  return role as TokenRole;
}
