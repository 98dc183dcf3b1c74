import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryStyles } from '../../../server/http/headers.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

const page = '<!doctype html><div id="root"></div>';
const script = 'export const answer = 42;'.repeat(20);
let dir: string;
let doors: OpenDoors;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'launchroom-client-'));
  mkdirSync(join(dir, 'assets'));
  mkdirSync(join(dir, '.vite'));
  writeFileSync(join(dir, 'index.html'), page);
  writeFileSync(join(dir, 'assets', 'main-abc123.js'), script);
  writeFileSync(join(dir, 'assets', 'main-abc123.js.gz'), gzipSync(script));
  writeFileSync(join(dir, 'assets', 'main-abc123.js.map'), '{}');
  writeFileSync(join(dir, 'assets', 'icon-abc123.svg'), '<svg/>');
  writeFileSync(join(dir, '.vite', 'manifest.json'), '{}');
  doors = await openDoors({ client: { dir } });
});
afterAll(async () => {
  await doors.close();
  rmSync(dir, { recursive: true });
});

describe('the client', () => {
  it.each(['/', '/wall', '/wall/glow', '/explore', '/launches', '/launches/a/b', '/settings', '/explore?range=1h'])(
    'is the answer at %s, asked for anew every time',
    async (path) => {
      const answer = await doors.ask(path);
      expect(answer.status).toBe(200);
      expect(answer.text).toBe(page);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.headers['cache-control']).toBe('no-cache');
      const again = await doors.ask(path, { headers: { 'if-none-match': String(answer.headers.etag) } });
      expect(again.status).toBe(304);
      expect(again.text).toBe('');
    },
  );

  it('keeps hashed files for ever, zipped where the browser takes it', async () => {
    const plain = await doors.ask('/assets/main-abc123.js');
    expect(plain.text).toBe(script);
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(plain.headers.vary).toContain('Accept-Encoding');
    const response = await fetch(`${doors.url}/assets/main-abc123.js`, { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toBe(script);
    const head = await doors.ask('/assets/main-abc123.js', { method: 'HEAD' });
    expect(head.headers['content-length']).toBe(String(script.length));
    expect(head.text).toBe('');
  });

  it.each([
    '/nothing',
    '/wallpaper',
    '/assets/',
    '/assets/main-abc123.js.map',
    '/.vite/manifest.json',
    '/../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/%00',
    '/assets/main-abc123.js.gz',
  ])('has nothing at %s', async (path) => {
    const answer = await doors.ask(path);
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toBe('application/problem+json');
  });

  const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

  it.each(['/nosuchpage', '/wallpaper', '/a/b/c'])(
    'answers a browser at %s with its own page, as not found',
    async (path) => {
      const answer = await doors.ask(path, { headers: browser });
      expect(answer.status).toBe(404);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.text).toBe(page);
      const again = await doors.ask(path, { headers: { ...browser, 'if-none-match': String(answer.headers.etag) } });
      expect(again.status).toBe(404);
    },
  );

  it.each(['/api/nothing', '/metrics/nothing'])('leaves %s to programs', async (path) => {
    const answer = await doors.ask(path, { headers: browser });
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toBe('application/problem+json');
  });

  it('has its icon where browsers look for one by themselves', async () => {
    const answer = await doors.ask('/favicon.ico');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('image/svg+xml');
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.text).toBe('<svg/>');
  });

  it('is only read', async () => {
    expect((await doors.ask('/explore', { method: 'POST' })).status).toBe(405);
  });

  it('needs no sign-in, because it holds no data', async () => {
    const locked = await openDoors({ client: { dir }, access: { token: 't'.repeat(32) } });
    expect((await locked.ask('/wall')).status).toBe(200);
    expect((await locked.ask('/api/workspace')).status).toBe(401);
    await locked.close();
  });
});

describe('the headers', () => {
  it('let nothing run but our own files', async () => {
    const { headers } = await doors.ask('/');
    const policy = Object.fromEntries(
      String(headers['content-security-policy'])
        .split(';')
        .map((directive) => {
          const [name = '', ...values] = directive.trim().split(' ');
          return [name, values.join(' ')];
        }),
    );
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'connect-src': "'self'",
      'img-src': "'self' data:",
      'font-src': "'self'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
    });
    expect(String(headers['content-security-policy'])).not.toMatch(/unsafe|\*|upgrade-insecure-requests/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('allow exactly the styles that react-aria writes into the page', () => {
    const folder = join('node_modules', 'react-aria', 'dist', 'private');
    const written = ['interactions/usePress.mjs', 'overlays/usePreventScroll.mjs'].map((file) => {
      const source = readFileSync(join(folder, file), 'utf8');
      const [, text = ''] = /textContent = `([^`]*)`\.trim\(\)/.exec(source) ?? [];
      return text.replace(/\[\$\{[^}]*\}\]/, '[data-react-aria-pressable]').trim();
    });
    expect(libraryStyles).toEqual(written);
  });

  it('stand on refusals too', async () => {
    const { headers } = await doors.ask('/api/nothing');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('what is no request', () => {
  const say = (text: string) =>
    new Promise<string>((resolve) => {
      const socket = connect(doors.port, '127.0.0.1');
      let heard = '';
      socket.on('data', (chunk) => {
        heard += chunk.toString();
      });
      socket.on('close', () => resolve(heard));
      socket.on('error', () => resolve(heard));
      socket.write(text);
    });

  it('is answered with a problem document and an end', async () => {
    const broken = await say('HELLO\r\n\r\n');
    expect(broken).toMatch(/^HTTP\/1\.1 400 /);
    expect(broken).toContain('application/problem+json');
    const large = await say(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(large).toMatch(/^HTTP\/1\.1 431 /);
    const nameless = await say('GET /api/funnel HTTP/1.0\r\n\r\n');
    expect(nameless).toMatch(/^HTTP\/1\.1 403 /);
  });
});

describe('the demo and the sources', () => {
  it('leaves, opens and removes the demo, and answers from what is shown', async () => {
    const demo = await openDoors({ showing: 'demo' });
    const act = (action: string) => demo.ask('/api/demo', { method: 'POST', body: { action } });
    expect((await demo.ask('/api/health')).json()).toMatchObject({ data: 'demo' });
    expect((await act('leave')).json()).toEqual({ data: 'own' });
    expect((await demo.ask('/api/health')).json()).toMatchObject({ data: 'own' });
    expect((await demo.ask('/api/health?data=demo')).json()).toMatchObject({ data: 'demo' });
    expect((await act('open')).json()).toEqual({ data: 'demo' });
    expect((await act('remove')).json()).toEqual({ data: 'own' });
    expect((await demo.ask('/api/funnel?data=demo')).status).toBe(404);
    expect((await act('burn')).status).toBe(400);
    await demo.close();
  });

  it('takes posts to the own data though the demo is shown', async () => {
    const demo = await openDoors({ showing: 'demo' });
    const body = { id: '1', at: '2026-03-02T09:00:00Z', text: 'a post' };
    await demo.ask('/api/ingest', { method: 'POST', body });
    expect((await demo.ask('/api/funnel?data=own')).json()).toMatchObject({ collected: 1 });
    expect((await demo.ask('/api/funnel?data=demo')).json()).toMatchObject({ collected: 0 });
    await demo.close();
  });

  it('switches Bluesky on and off where there is one', async () => {
    let isOn = false;
    const bluesky = {
      on: () => isOn,
      turn: async (on: boolean) => {
        isOn = on;
      },
    };
    const open = await openDoors({ sources: { bluesky } });
    expect((await open.ask('/api/sources')).json()).toMatchObject({ data: 'own', switches: { bluesky: false } });
    const turned = await open.ask('/api/sources/bluesky', { method: 'POST', body: { on: true } });
    expect(turned.json()).toEqual({ on: true });
    expect((await open.ask('/api/sources')).json()).toMatchObject({ switches: { bluesky: true } });
    expect((await open.ask('/api/sources/bluesky', { method: 'POST', body: { on: 1 } })).status).toBe(400);
    await open.close();
    expect((await doors.ask('/api/sources/bluesky', { method: 'POST', body: { on: true } })).status).toBe(409);
  });
});
