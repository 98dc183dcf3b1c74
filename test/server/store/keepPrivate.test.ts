import { chmodSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { backup, restore, storeFile } from '../../../server/store/backup.ts';
import { openStore } from '../../../server/store/sqlite.ts';

const modeOf = (path: string) => statSync(path).mode & 0o777;
const newFolder = () => mkdtempSync(join(tmpdir(), 'launchroom-private-'));

it('lets nobody but its owner read a store, what lies beside it, a backup and what is restored', async () => {
  const dir = newFolder();
  const path = join(dir, storeFile);
  const store = openStore(path);
  const stores = () => readdirSync(dir).filter((name) => name.startsWith(storeFile));
  expect(stores().length).toBeGreaterThan(1);
  for (const name of stores()) expect(modeOf(join(dir, name)), name).toBe(0o600);
  await store.close();

  // One that an earlier version made is closed at its next start.
  chmodSync(path, 0o644);
  const again = openStore(path);
  for (const name of stores()) expect(modeOf(join(dir, name)), name).toBe(0o600);
  const copy = join(newFolder(), 'copy.db');
  await backup(path, copy);
  expect(modeOf(copy)).toBe(0o600);
  await again.close();

  chmodSync(copy, 0o644);
  const other = newFolder();
  restore(copy, other);
  expect(modeOf(join(other, storeFile))).toBe(0o600);
});
