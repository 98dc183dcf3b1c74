import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type StoreOptions } from '../../server/store/sqlite.ts';
import { openHistory } from '../../server/store/sqliteHistory.ts';
import type { History, Store } from '../../server/store/store.ts';

export type TempStore = { dir: string; path: string; store: Store; history: History; close(): Promise<void> };

/** A store in a file of its own, gone when closed. */
export function openTempStore(options: StoreOptions = {}): TempStore {
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-store-'));
  const path = join(dir, 'store.db');
  const store = openStore(path, options);
  const history = openHistory(path);
  return {
    dir,
    path,
    store,
    history,
    async close() {
      await history.close();
      await store.close();
      rmSync(dir, { recursive: true });
    },
  };
}
