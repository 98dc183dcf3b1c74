import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const binding = new URL('../../../server/store/sqliteBinding.ts', import.meta.url).href;

/** Statements that nobody holds any more, beside enough else that the collector takes them while it runs. */
const program = `
import { Sqlite } from '${binding}';
const db = new Sqlite(':memory:');
let litter;
for (let i = 0; i < 2_000; i++) {
  db.prepare('SELECT ' + i).get();
  litter = Array.from({ length: 1_000 }, String);
}
db.close();
console.log('alive');
`;

it('outlives the collection of its statements', async () => {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    { cwd: fileURLToPath(new URL('../../..', import.meta.url)) },
  );
  expect({ stdout, stderr }).toEqual({ stdout: 'alive\n', stderr: '' });
});
