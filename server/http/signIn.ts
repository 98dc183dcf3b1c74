import { stringifySetCookie } from 'cookie';
import type { Express, Request, Response } from 'express';
import { z } from 'zod';
import type { SessionAnswer } from '../../shared/protocol.ts';
import { isOpen } from './access.ts';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { readParameters } from './parameters.ts';
import { parseWith } from './parseWith.ts';
import { Refused } from './problem.ts';
import { roleOfCookies, roleOfToken, sessionCookies, sessionMs, sessionValue } from './session.ts';

const signInSchema = z.strictObject({ token: z.string().max(1_000) });

/** The same attributes to set and to clear, else browsers keep the old one. */
function setCookie(request: Request, response: Response, value: string, maxAge: number): void {
  const name = request.secure ? sessionCookies.secure : sessionCookies.plain;
  response.set(
    'Set-Cookie',
    stringifySetCookie(name, value, {
      httpOnly: true,
      sameSite: 'strict',
      secure: request.secure,
      path: '/',
      maxAge,
    }),
  );
}

/** A browser gives its token once and gets a cookie that no script can read. */
export function serveSession(app: Express, deps: Pick<AppDeps, 'access' | 'now'>): void {
  const { access } = deps;

  app.get('/api/session', (request, response) => {
    readParameters(request).done();
    const signInNeeded = !isOpen(access);
    const role = roleOfCookies(access, request.headers.cookie, deps.now()) ?? (signInNeeded ? 'none' : 'all');
    response.json({ role, signInNeeded } satisfies SessionAnswer);
  });

  app.post('/api/session', async (request, response) => {
    readParameters(request).done();
    const { token } = parseWith(signInSchema, await readJson(request));
    const role = roleOfToken(access, token);
    if (!role) throw new Refused(401, { detail: 'this is none of the tokens of this server', code: 'wrong-token' });
    setCookie(request, response, sessionValue(access, role, deps.now()), sessionMs / 1000);
    response.json({ role, signInNeeded: !isOpen(access) } satisfies SessionAnswer);
  });

  app.delete('/api/session', (request, response) => {
    readParameters(request).done();
    setCookie(request, response, '', 0);
    response.status(204).end();
  });
}
