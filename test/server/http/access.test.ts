import type { Express } from 'express';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDoors } from '../../../server/app.ts';
import { type Method, may, type Role, roleRows, roles, socketRight } from '../../../server/http/roles.ts';
import { createReplays } from '../../../server/replay/createReplays.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

const tokens: Record<Exclude<Role, 'none'>, string> = {
  all: 'all-'.padEnd(40, 'a'),
  view: 'view-'.padEnd(40, 'v'),
  ingest: 'ingest-'.padEnd(40, 'i'),
};
const access = {
  loopback: false,
  allowedHosts: ['launch.example'],
  token: tokens.all,
  viewToken: tokens.view,
  ingestToken: tokens.ingest,
};
const bearer = (role: Role): Record<string, string> =>
  role === 'none' ? {} : { authorization: `Bearer ${tokens[role]}` };

type Layer = { route?: { path: string; methods: Record<string, boolean> } };

/** Every method and path that the router knows. */
function routesOf(doors: Express): string[] {
  const { stack } = (doors as unknown as { router: { stack: Layer[] } }).router;
  return stack.flatMap(({ route }) =>
    route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : [],
  );
}

describe('who may do what', () => {
  let doors: OpenDoors;
  beforeAll(async () => {
    doors = await openDoors({ access });
  });
  afterAll(() => doors.close());

  it('has one row for every route, and one route for every row', async () => {
    const replays = createReplays({ now: doors.deps.now, warn: () => {} });
    const { doors: express, close } = createDoors(
      doors.deps,
      () => ({ count: () => 0, topics: () => 0, watching: () => 0 }),
      replays,
    );
    expect(routesOf(express).sort()).toEqual(roleRows.map(({ method, path }) => `${method} ${path}`).sort());
    replays.close();
    await close();
  });

  it.each(roleRows)('$method $path asks for the right to $right of every role', async ({ method, path, right }) => {
    const address = path.replace(/:\w+/, 'nothing-of-this-name');
    for (const role of roles) {
      const answer = await doors.ask(address, { method, headers: bearer(role) });
      // The sign-in door is open and says 401 itself only to a wrong token; here it gets no body.
      const isRefused = answer.status === 401 || answer.status === 403;
      expect(isRefused, `${role}: ${answer.status} ${answer.text}`).toBe(!may(role, right));
      if (isRefused) {
        expect(answer.status).toBe(role === 'none' ? 401 : 403);
        expect(answer.headers['content-type']).toBe('application/problem+json');
      } else expect(answer.status).toBeLessThan(500);
    }
  });

  it.each(roles)('lets a socket of role %s watch only if it may look', async (role) => {
    const socket: Socket = io(doors.url, {
      transports: ['websocket'],
      reconnection: false,
      extraHeaders: bearer(role),
    });
    const isIn = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('connect_error', () => resolve(false));
    });
    expect(isIn).toBe(may(role, socketRight));
    if (isIn) {
      const answer: unknown = await socket.emitWithAck('watch', 'status');
      expect(answer).toEqual({ ok: true });
      // Nothing else exists to be sent; an unknown event is nobody's.
      socket.emit('saveWorkspace', {});
      socket.emit('unwatch', 'status');
      socket.emit('seen', 'status', 1);
    }
    socket.disconnect();
  });

  it('refuses a token that is none of ours, even where none is needed', async () => {
    const answer = await doors.ask('/api/funnel', { headers: { authorization: `Bearer ${'x'.repeat(40)}` } });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toContain('Bearer');
    expect((await doors.ask('/api/funnel', { headers: { authorization: 'Basic abc' } })).status).toBe(401);
  });

  it('says 405 with what a door knows, and 404 where there is none', async () => {
    const wrong = await doors.ask('/api/funnel', { method: 'DELETE', headers: bearer('all') });
    expect(wrong.status).toBe(405);
    expect(wrong.headers.allow).toBe('GET, HEAD');
    const none = await doors.ask('/api/nothing', { headers: bearer('all') });
    expect(none.status).toBe(404);
    expect(none.headers['content-type']).toBe('application/problem+json');
    expect((await doors.ask('/api/funnel', { method: 'HEAD', headers: bearer('view') })).status).toBe(200);
  });

  it('exchanges a token once for a cookie that no script reads, and forgets it on request', async () => {
    const wrong = await doors.ask('/api/session', { method: 'POST', body: { token: 'x'.repeat(40) } });
    expect(wrong.status).toBe(401);
    const given = await doors.ask('/api/session', { method: 'POST', body: { token: tokens.view } });
    expect(given.json()).toEqual({ role: 'view', signInNeeded: true });
    const [cookie = ''] = given.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^launchroom=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(tokens.view);
    const value = cookie.split(';')[0] ?? '';
    expect((await doors.ask('/api/funnel', { headers: { cookie: value } })).status).toBe(200);
    expect((await doors.ask('/api/workspace', { method: 'PUT', headers: { cookie: value } })).status).toBe(403);
    expect((await doors.ask('/api/session', { headers: { cookie: value } })).json()).toMatchObject({ role: 'view' });
    const gone = await doors.ask('/api/session', { method: 'DELETE', headers: { cookie: value } });
    expect(gone.status).toBe(204);
    expect(gone.headers['set-cookie']?.[0]).toContain('Max-Age=0');
  });

  it('believes no cookie that was changed, has ended, or was made with another token', async () => {
    const given = await doors.ask('/api/session', { method: 'POST', body: { token: tokens.view } });
    const value = (given.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
    const status = async (cookie: string, at = doors) => (await at.ask('/api/funnel', { headers: { cookie } })).status;
    expect(await status(value)).toBe(200);
    expect(await status(value.replace('=view.', '=all.'))).toBe(401);
    expect(await status(value.replace(/\.(\d+)\./, (_, until) => `.${Number(until) + 1}.`))).toBe(401);
    for (const nonsense of ['launchroom=', 'launchroom=a.b.c', 'launchroom=view.1.x', 'launchroom=%', 'launchroom'])
      expect(await status(nonsense)).toBe(401);
    const later = await openDoors({ access, now: () => Date.now() + 400 * 86_400_000 });
    expect(await status(value, later)).toBe(401);
    await later.close();
    const changed = await openDoors({ access: { ...access, viewToken: 'other'.padEnd(40, 'o') } });
    expect(await status(value, changed)).toBe(401);
    await changed.close();
  });
});

describe('on loopback', () => {
  let doors: OpenDoors;
  beforeAll(async () => {
    doors = await openDoors();
  });
  afterAll(() => doors.close());
  const status = async (headers: Record<string, string>, path = '/api/funnel') =>
    (await doors.ask(path, { headers })).status;

  it('asks nobody to sign in', async () => {
    expect(await status({})).toBe(200);
    expect((await doors.ask('/api/session')).json()).toEqual({ role: 'all', signInNeeded: false });
  });

  it('answers to its own names only, on whatever port', async () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]', `LOCALHOST:${doors.port}`, 'localhost:1'])
      expect(await status({ host }), host).toBe(200);
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '127.0.0.1@evil.example'])
      expect(await status({ host }), host).toBe(403);
    expect(await status({ host: 'evil.example' }, '/')).toBe(403);
  });

  it('refuses pages of another origin and lets programs without one in', async () => {
    const own = `127.0.0.1:${doors.port}`;
    expect(await status({ host: own, origin: `http://${own}` })).toBe(200);
    expect(await status({ host: own, origin: `http://localhost:${doors.port}` })).toBe(200);
    for (const origin of ['http://evil.example', 'null', `http://127.0.0.1:${doors.port + 1}`, 'http://127.0.0.1', 'x'])
      expect(await status({ host: own, origin }), origin).toBe(403);
    expect(await status({ host: own, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await status({ host: own, 'sec-fetch-site': 'same-origin' })).toBe(200);
  });

  it('refuses sockets by the same rule', async () => {
    for (const [origin, isIn] of [
      [`http://127.0.0.1:${doors.port}`, true],
      ['http://evil.example', false],
    ] as const) {
      const socket = io(doors.url, { transports: ['websocket'], reconnection: false, extraHeaders: { origin } });
      const met = await new Promise<boolean>((resolve) => {
        socket.once('connect', () => resolve(true));
        socket.once('connect_error', () => resolve(false));
      });
      socket.disconnect();
      expect(met).toBe(isIn);
    }
  });

  it('asks for the token once one is set', async () => {
    const locked = await openDoors({ access: { token: tokens.all } });
    expect((await locked.ask('/api/funnel')).status).toBe(401);
    expect((await locked.ask('/api/funnel', { headers: bearer('all') })).status).toBe(200);
    await locked.close();
  });
});

describe('behind a proxy', () => {
  it('believes its headers for the scheme, and marks the cookie Secure', async () => {
    const doors = await openDoors({ access: { ...access, trustProxy: 1 } });
    const headers = { 'x-forwarded-proto': 'https', host: 'launch.example', origin: 'https://launch.example' };
    const given = await doors.ask('/api/session', { method: 'POST', body: { token: tokens.all }, headers });
    const [cookie = ''] = given.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^__Host-launchroom=.*; Secure/);
    const value = cookie.split(';')[0] ?? '';
    expect((await doors.ask('/api/funnel', { headers: { ...headers, cookie: value } })).status).toBe(200);
    await doors.close();
  });

  it('limits strangers who guess, and never the machine itself', async () => {
    const doors = await openDoors({ access: { ...access, trustProxy: 1 } });
    const stranger = { 'x-forwarded-for': '203.0.113.9' };
    const statuses: number[] = [];
    for (let guess = 0; guess < 65; guess++)
      statuses.push((await doors.ask('/api/funnel', { headers: stranger })).status);
    expect(statuses.slice(0, 60).every((status) => status === 401)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    expect((await doors.ask('/api/funnel', { headers: { 'x-forwarded-for': '127.0.0.1' } })).status).toBe(401);
    await doors.close();
  });
});

const methods: Method[] = ['GET', 'POST', 'PUT', 'DELETE'];
it('refuses every method that a path does not know, for every path', async () => {
  const doors = await openDoors({ access });
  for (const path of new Set(roleRows.map((row) => row.path))) {
    const known = roleRows.filter((row) => row.path === path).map((row) => row.method);
    for (const method of methods.filter((one) => !known.includes(one))) {
      const answer = await doors.ask(path.replace(/:\w+/, 'x'), { method, headers: bearer('all') });
      expect(answer.status, `${method} ${path}`).toBe(405);
    }
  }
  await doors.close();
});
