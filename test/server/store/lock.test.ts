import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FolderInUse, lockDataFolder } from '../../../server/store/lock.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'launchroom-lock-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

it('refuses a second owner and names the first', () => {
  const lock = lockDataFolder(dir);
  expect(() => lockDataFolder(dir)).toThrow(`in use by process ${process.pid}`);
  lock.release();
  lock.release();
  lockDataFolder(dir).release();
});

it('still refuses when the number of the owner cannot be read', () => {
  const lock = lockDataFolder(dir);
  writeFileSync(join(dir, 'lock.pid'), 'nonsense');
  expect(() => lockDataFolder(dir)).toThrow(FolderInUse);
  expect(() => lockDataFolder(dir)).toThrow('another process');
  lock.release();
});

it('lets go when the owner is killed', async () => {
  const script = `import(${JSON.stringify(join(import.meta.dirname, '../../../server/store/lock.ts'))})
    .then(({ lockDataFolder }) => { lockDataFolder(process.argv[1]); console.log('held'); setInterval(() => {}, 1000); })`;
  const owner = spawn(process.execPath, ['--import', 'tsx', '--eval', script, dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(owner.stdout, 'data');
  expect(() => lockDataFolder(dir)).toThrow(`process ${owner.pid}`);
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  lockDataFolder(dir).release();
});
