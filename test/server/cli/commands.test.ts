import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildIfStale } from '../../../server/cli/build.mjs';
import type { HealthAnswer } from '../../../shared/protocol.ts';
import { getFunnel, getJson, watchBrands } from '../../support/ingest.ts';
import { main, runProgram, startServer } from '../../support/startServer.ts';

const fresh = () => mkdtempSync(join(tmpdir(), 'launchroom-cli-'));
const workshop = fileURLToPath(new URL('../../../.cache', import.meta.url));
const lastLine = (out: string) => JSON.parse(out.trim().split('\n').at(-1) ?? '');

const csv = [
  'tweet_id,created_at,tweet,rating',
  '1,2024-05-01T10:00:00Z,"acme, it is great",5',
  '2,2024-05-01 11:30:00,acme is awful,1',
  '2,2024-05-01 11:30:00,acme is awful,1',
  '3,,acme without a time,',
  '4,2024-05-01T12:00:00Z,,',
  '5,2024-05-02T12:00:00+02:00,somebody else,3',
].join('\n');

describe('launchroom', () => {
  it('lists its commands and names one that does not exist', async () => {
    const help = await runProgram(['--help']);
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const command of [
      'serve',
      'import',
      'feed',
      'analyze',
      'detect',
      'outlook',
      'backup',
      'restore',
      'simulate',
    ]) {
      expect(help.out).toContain(command);
      expect(await runProgram([command, '--help'])).toMatchObject({ code: 0, err: '' });
    }
    expect(await runProgram(['fly'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('"fly"') });
  }, 60_000);

  it('says what is wrong with flags and variables, all at once', async () => {
    const { code, err } = await runProgram(['serve', '--speed', '--port', 'x'], { env: { LAUNCHROOM_NAME: 'x' } });
    expect(code).toBe(2);
    for (const word of ['--speed', '--port', 'LAUNCHROOM_NAME']) expect(err).toContain(word);
    expect(err).not.toMatch(/\n\s+at /);
    expect(await runProgram(['import', 'x.csv', '--wrong'])).toMatchObject({ code: 2 });
  }, 60_000);

  it('refuses a second server on a folder, naming the first, and a port that is taken', async () => {
    const server = await startServer();
    const second = await runProgram(['serve', '--port', '0', '--data', server.dir]);
    expect(second).toMatchObject({ code: 1, out: '', err: expect.stringContaining(`process ${server.pid}`) });
    const taken = await runProgram(['serve', '--port', new URL(server.url).port, '--data', fresh(), '--empty']);
    expect(taken).toMatchObject({ code: 1, out: '', err: expect.stringContaining('in use by another program') });
    const beside = await runProgram(['import', '-', '--data', server.dir], { input: csv });
    expect(beside).toMatchObject({ code: 2, err: expect.stringContaining('--url') });
    await server.end();
  }, 60_000);
});

describe('launchroom serve', () => {
  it('says at once that its screens were never built, and frees the folder', async () => {
    await buildIfStale(['server']);
    // Inside the project, so that the packages are found.
    mkdirSync(workshop, { recursive: true });
    const dist = mkdtempSync(join(workshop, 'unbuilt-'));
    try {
      cpSync(dirname(main), join(dist, 'server'), { recursive: true });
      cpSync(join(dirname(main), '..', 'build.json'), join(dist, 'build.json'));
      const data = fresh();
      const program = join(dist, 'server', 'main.js');
      for (let time = 0; time < 2; time++)
        expect(await runProgram(['serve', '--port', '0', '--data', data, '--empty'], { program })).toMatchObject({
          code: 1,
          out: '',
          err: 'dist/client/index.html is missing: run npm run build\n',
        });
    } finally {
      rmSync(dist, { recursive: true });
    }
  }, 60_000);
});

describe('launchroom simulate', () => {
  it('says at once why nothing of it is taken', async () => {
    const token = 't'.repeat(32);
    const server = await startServer({ env: { LAUNCHROOM_TOKEN: token } });
    const few = ['simulate', '--url', server.url, '--rate', '20', '--seconds', '1'];
    const startedAt = Date.now();
    const refused = await runProgram([...few.slice(0, -1), '60']);
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('401 send Authorization') });
    expect(Date.now() - startedAt).toBeLessThan(30_000);
    expect(await runProgram([...few, '--token', token])).toMatchObject({ code: 0, err: '' });
    await server.end();
    expect(await runProgram(few)).toMatchObject({ code: 1, err: expect.stringContaining('does not answer') });
    expect(await runProgram([...few, '--rate', 'x'])).toMatchObject({ code: 2, out: '' });
  }, 60_000);
});

describe('launchroom import', () => {
  it('reads a file into a folder, knows it the second time, and a server shows it', async () => {
    const dir = fresh();
    const file = join(fresh(), 'tweets.csv.gz');
    const errors = join(dir, 'errors.csv');
    const workspace = join(dir, 'workspace.json');
    writeFileSync(file, gzipSync(csv));
    writeFileSync(workspace, JSON.stringify({ version: 1, brands: [{ id: 'acme', name: 'Acme', query: 'acme' }] }));

    const map = ['--map', 'id=tweet_id'];
    const first = await runProgram([
      'import',
      file,
      '--source',
      'tweets',
      ...map,
      '--data',
      dir,
      '--errors',
      errors,
      '--workspace',
      workspace,
    ]);
    expect(first.code, first.err).toBe(0);
    expect(JSON.parse(first.out)).toEqual({ source: 'tweets', received: 6, accepted: 3, duplicates: 1, rejected: 2 });
    expect(first.err).toContain('taken for UTC');
    expect(readFileSync(errors, 'utf8').split('\n')).toEqual([
      'row,code,message',
      expect.stringMatching(/^4,at-missing,/),
      expect.stringMatching(/^5,text-missing,/),
      '',
    ]);

    const again = await runProgram(['import', file, '--source', 'tweets', ...map, '--data', dir]);
    expect(lastLine(again.out)).toMatchObject({ accepted: 0, duplicates: 4, rejected: 2 });

    const server = await startServer({ dir });
    expect(await getFunnel(server.url)).toMatchObject({ collected: 3, important: 2, setAside: { 'no-brand': 1 } });
    const beside = ['--url', server.url, '--source', 'others'];
    const throughDoor = await runProgram(['import', '-', ...map, ...beside, '--at', '2024-05-01T00:00:00Z'], {
      input: csv,
    });
    expect(lastLine(throughDoor.out)).toEqual({
      source: 'others',
      received: 6,
      accepted: 4,
      duplicates: 1,
      rejected: 1,
    });
    expect(await getFunnel(server.url, '?source=others')).toMatchObject({ collected: 4 });
    await server.end();
  }, 120_000);

  it('says which columns there are when it cannot guess', async () => {
    const answer = await runProgram(['import', '-', '--data', fresh()], { input: 'a,b\n1,2\n' });
    expect(answer).toMatchObject({ code: 2, out: '', err: expect.stringContaining('no column feeds the text') });
  }, 60_000);
});

describe('launchroom backup and restore', () => {
  it('copies a running store and brings it back elsewhere', async () => {
    const server = await startServer();
    await watchBrands(server.url, 'acme');
    const imported = await runProgram(['import', '-', '--map', 'id=tweet_id', '--url', server.url], { input: csv });
    expect(lastLine(imported.out)).toMatchObject({ accepted: 3 });
    const funnel = await getFunnel(server.url);
    const file = join(fresh(), 'copy.db');
    expect(await runProgram(['backup', file, '--data', server.dir])).toMatchObject({ code: 0 });
    expect(await runProgram(['backup', file, '--data', server.dir])).toMatchObject({ code: 2 });
    expect(await runProgram(['restore', file, '--data', server.dir])).toMatchObject({
      code: 2,
      err: expect.stringContaining('stop it first'),
    });
    await server.end();

    const elsewhere = fresh();
    expect(await runProgram(['restore', file, '--data', elsewhere])).toMatchObject({ code: 0 });
    const restored = await startServer({ dir: elsewhere });
    expect(await getFunnel(restored.url)).toEqual(funnel);
    expect(await getJson<HealthAnswer>(restored.url, '/api/health')).toMatchObject({ posts: 3, ruleSet: 1 });
    await restored.end();
    const broken = join(fresh(), 'broken.db');
    writeFileSync(broken, 'this is no database');
    expect(await runProgram(['restore', broken, '--data', elsewhere])).toMatchObject({ code: 1 });
    expect(existsSync(join(elsewhere, 'launchroom.db'))).toBe(true);
  }, 120_000);
});
