import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildClient, sourceStamp, withLock } from '../../../server/cli/build.mjs';

it('stamps the same sources alike and the two halves differently', () => {
  expect(sourceStamp('server')).toMatch(/^[0-9a-f]{12}$/);
  expect(sourceStamp('server')).toBe(sourceStamp('server'));
  expect(sourceStamp('server')).not.toBe(sourceStamp('client'));
});

it('takes over at once what a build that was killed left locked, and waits for one that goes on', async () => {
  const lock = join(mkdtempSync(join(tmpdir(), 'launchroom-lock-')), 'build.lock');
  const { pid } = spawnSync(process.execPath, ['--version']);
  mkdirSync(lock);
  writeFileSync(join(lock, 'pid'), String(pid));
  const done: string[] = [];
  const first = withLock(async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    done.push('first');
  }, lock);
  await Promise.all([first, withLock(async () => done.push('second'), lock)]);
  expect(done).toEqual(['first', 'second']);
  expect(existsSync(lock)).toBe(false);
});

it('bundles the client for production also where NODE_ENV says otherwise, as here', async () => {
  expect(process.env.NODE_ENV).toBe('test');
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-build-'));
  await buildClient(dir);
  expect(process.env.NODE_ENV).toBe('test');
  const scripts = readdirSync(join(dir, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(dir, 'assets', name), 'utf8'))
    .join('\n');
  expect(scripts).toContain('Minified React error');
  expect(scripts).not.toContain('jsxDEV');
}, 60_000);
