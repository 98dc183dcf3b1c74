import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createRandom } from '../../server/random.ts';
import { getFunnel } from '../support/ingest.ts';
import { runProgram, startServer } from '../support/startServer.ts';

const rows = 60_000;

it('goes on with a file after kill -9, counts every row once and says so at the end (seed 3, 4 kills)', async () => {
  const random = createRandom(3);
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-import-'));
  const file = join(dir, 'rows.csv');
  const lines = Array.from({ length: rows }, (_, row) => `${row},2024-05-01T10:00:00Z,acme row ${row} of the file`);
  writeFileSync(file, ['id,at,text', ...lines].join('\n'));
  const workspace = join(dir, 'workspace.json');
  writeFileSync(workspace, JSON.stringify({ version: 1, brands: [{ id: 'acme', name: 'Acme', query: 'acme' }] }));
  const data = join(dir, 'data');
  const args = ['import', file, '--source', 'rows', '--workspace', workspace, '--data', data];
  let killed = 0;
  let last = await runProgram(args, { killAfterMs: 500 });
  while (last.signal === 'SIGKILL') {
    killed += 1;
    last = await runProgram(args, killed < 4 ? { killAfterMs: 300 + Math.floor(random() * 500) } : {});
  }
  expect(killed).toBeGreaterThan(0);
  expect(last.code).toBe(0);
  const { received, accepted, duplicates, rejected } = JSON.parse(last.out.trim().split('\n').at(-1)!);
  expect(received).toBe(rows);
  expect(rejected).toBe(0);
  // What was saved in the moment before a kill is met again and known.
  expect(accepted + duplicates).toBe(rows);
  const server = await startServer({ dir: data });
  expect((await getFunnel(server.url)).collected).toBe(rows);
  await server.end();
}, 60_000);
