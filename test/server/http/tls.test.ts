import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

// Made for these tests alone, valid for nothing else.
const pem = (name: string) => readFileSync(join('test', 'fixtures', 'tls', `${name}.pem`));
const token = 't'.repeat(32);
let doors: OpenDoors;
beforeAll(async () => {
  doors = await openDoors({ access: { token, tls: { cert: pem('cert'), key: pem('key') } } });
});
afterAll(() => doors.close());

function ask(path: string, headers: Record<string, string> = {}, body?: object) {
  type Heard = { status: number; headers: NodeJS.Dict<string | string[]> };
  return new Promise<Heard>((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: doors.port,
        path,
        ca: pem('cert'),
        method: body ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json', ...headers },
        agent: false,
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
      },
    );
    asked.on('error', reject);
    asked.end(body && JSON.stringify(body));
  });
}

it('serves HTTPS with a Secure cookie bound to the host, and says so to browsers', async () => {
  const signedIn = await ask('/api/session', {}, { token });
  expect(signedIn.status).toBe(200);
  const [cookie = ''] = signedIn.headers['set-cookie'] ?? [];
  expect(cookie).toMatch(/^__Host-launchroom=[^;]+; .*HttpOnly; Secure; SameSite=Strict$/);
  expect((await ask('/api/funnel', { cookie: cookie.split(';')[0] ?? '' })).status).toBe(200);
  expect(signedIn.headers['strict-transport-security']).toContain('max-age');
  expect(signedIn.headers['content-security-policy']).toContain('upgrade-insecure-requests');
});

it('knows its own pages by their https address only', async () => {
  const headers = { authorization: `Bearer ${token}` };
  const own = `127.0.0.1:${doors.port}`;
  expect((await ask('/api/funnel', { ...headers, origin: `https://${own}` })).status).toBe(200);
  expect((await ask('/api/funnel', { ...headers, origin: 'https://127.0.0.1' })).status).toBe(403);
});
