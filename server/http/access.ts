import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import type { AccessConfig } from './deps.ts';
import { Refused } from './problem.ts';
import { doorOf, may, type Role, socketRight } from './roles.ts';
import { roleOfCookies, roleOfToken } from './session.ts';

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];
const signInHint = { 'WWW-Authenticate': 'Bearer realm="launchroom"' };

type Place = { name: string; port: string };

/** Name and port of a Host header or an origin's host; undefined when it is no such thing. */
function placeOf(host: string | undefined, scheme: 'http' | 'https'): Place | undefined {
  if (!host || !/^(\[[0-9a-f:.]+\]|[^\s/?#@:\\[\]]+)(:\d{1,5})?$/i.test(host)) return undefined;
  try {
    const url = new URL(`${scheme}://${host}`);
    return { name: url.hostname, port: url.port || (scheme === 'https' ? '443' : '80') };
  } catch {
    return undefined;
  }
}

/**
 * The name we are called by must be ours: a page of a stranger whose name was pointed at this machine (DNS rebinding)
 * calls us by the stranger's name.
 */
function hostIsOurs(access: AccessConfig, place: Place | undefined): place is Place {
  return place !== undefined && (loopbackNames.includes(place.name) || access.allowedHosts.includes(place.name));
}

/**
 * A browser's page must come from where it calls. Behind a proxy the port we see is not the browser's, so there the name
 * alone decides, among those allowed.
 */
function originIsOurs(access: AccessConfig, origin: string, place: Place): boolean {
  const match = /^(https?):\/\/(.+)$/i.exec(origin);
  if (!match) return false;
  const from = placeOf(match[2], match[1]?.toLowerCase() === 'https' ? 'https' : 'http');
  if (!from) return false;
  if (access.trustProxy > 0) return from.name === place.name || access.allowedHosts.includes(from.name);
  const sameName =
    from.name === place.name || (loopbackNames.includes(from.name) && loopbackNames.includes(place.name));
  return sameName && from.port === place.port;
}

/** Nobody signs in on a loopback server without tokens: whoever reaches it sits at the machine. */
export function isOpen(access: AccessConfig): boolean {
  return access.loopback && access.token === undefined;
}

function bearerOf(request: IncomingMessage): string | undefined {
  return /^Bearer +([^\s]+) *$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** Throws Refused for a foreign Host or Origin. */
function checkPlace(access: AccessConfig, request: IncomingMessage): void {
  const place = placeOf(request.headers.host, access.tls ? 'https' : 'http');
  if (!hostIsOurs(access, place)) {
    throw new Refused(403, 'this server does not answer to the name in the Host header; see LAUNCHROOM_ALLOWED_HOSTS');
  }
  const origin = request.headers.origin;
  if (origin !== undefined && !originIsOurs(access, origin, place)) {
    throw new Refused(403, 'a page of another origin may not use this server');
  }
  // A stranger's page may still ask without an Origin (an image): our pages are links to follow, our doors are not.
  const site = request.headers['sec-fetch-site'];
  if ((site === 'cross-site' || site === 'same-site') && request.headers['sec-fetch-mode'] !== 'navigate') {
    throw new Refused(403, 'a page of another site may not use this server');
  }
}

/** Who asks. Throws Refused (401) for a token that is none of ours: a typing error must not look like a missing right. */
export function roleOf(access: AccessConfig, request: IncomingMessage, now: number): Role {
  const header = request.headers.authorization;
  if (header !== undefined) {
    const given = bearerOf(request);
    const role = given === undefined ? undefined : roleOfToken(access, given);
    if (role) return role;
    throw new Refused(401, { detail: 'the Authorization header holds no valid Bearer token', headers: signInHint });
  }
  return roleOfCookies(access, request.headers.cookie, now) ?? (isOpen(access) ? 'all' : 'none');
}

function refusalFor(role: Role): Refused {
  if (role === 'none') {
    return new Refused(401, {
      detail: 'send Authorization: Bearer TOKEN, or open /#token=TOKEN in a browser',
      code: 'sign-in',
      headers: signInHint,
    });
  }
  return new Refused(403, { detail: `the ${role} token has no right to this`, code: 'no-right' });
}

/** Stands before everything else: names, then rights. Doors without a row in roles.ts are refused. */
export function guard(access: AccessConfig, now: () => number): RequestHandler {
  return (request, response, next) => {
    checkPlace(access, request);
    const { methods, right } = doorOf(request.method, request.path);
    if (methods.length > 0 && right === undefined) {
      const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ');
      throw new Refused(405, { detail: `this door knows ${allow}`, headers: { Allow: allow } });
    }
    // Sign-in and pages must work with a stale cookie or token; only doors that ask for a right look at them.
    if (right !== undefined && right !== 'open') {
      const role = roleOf(access, request, now());
      if (!may(role, right)) throw refusalFor(role);
    }
    if (request.path.startsWith('/api/') || request.path === '/metrics') response.set('Cache-Control', 'no-store');
    next();
  };
}

/** The same for the socket's handshake: null lets it in, else the reason. */
export function refuseSocket(access: AccessConfig, request: IncomingMessage, now: number): string | null {
  try {
    checkPlace(access, request);
    const role = roleOf(access, request, now);
    if (!may(role, socketRight)) throw refusalFor(role);
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}
