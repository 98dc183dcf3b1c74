import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';

const ownerOnly = 0o600;
const inMemory = ':memory:';

/**
 * Makes the file of a store, and what SQLite lays beside it, readable to nobody but who runs the server: texts of people and secrets of
 * receivers are in it. Made where it is not there yet; SQLite gives its log and index the mode of the file.
 */
export function keepPrivate(path: string): void {
  if (path === inMemory) return;
  closeSync(openSync(path, 'a', ownerOnly));
  for (const file of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(file)) chmodSync(file, ownerOnly);
}
