import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Workspace } from '../../shared/domain.ts';
import { readAuthorKey } from '../engine/authorKey.ts';
import { createEngine } from '../engine/createEngine.ts';
import { type Engine, EngineBusy } from '../engine/engine.ts';
import { keeping } from '../keeping.ts';
import { storeFile } from '../store/backup.ts';
import { FolderInUse, lockDataFolder } from '../store/lock.ts';
import { UsageFault } from './commandLine.ts';
import type { Door } from './door.ts';

export type LocalDoor = Door & { engine: Engine; workspace: Workspace };

/** Writes into the store of a data folder that no server uses. */
export async function openLocalDoor(dataDir: string, say: (words: string) => void): Promise<LocalDoor> {
  mkdirSync(dataDir, { recursive: true });
  let lock: ReturnType<typeof lockDataFolder>;
  try {
    lock = lockDataFolder(dataDir);
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    throw new UsageFault(`${error.message}; go through that server with --url http://127.0.0.1:4000`);
  }
  const engine = await createEngine({
    path: join(dataDir, storeFile),
    authorKey: readAuthorKey(dataDir),
    keeping,
    log: (_, fields, message) => say(`${message} ${JSON.stringify(fields)}\n`),
    onFatal(error) {
      say(`${error.stack}\n`);
      process.exit(1);
    },
  });
  return {
    engine,
    workspace: (await engine.ruleSet()).workspace,
    async deliver(posts, source) {
      for (;;) {
        const bytes = new TextEncoder().encode(posts.map((post) => JSON.stringify(post)).join('\n'));
        try {
          return await engine.ingest({
            kind: 'bytes',
            bytes,
            format: 'ndjson',
            defaults: { source },
            receivedAt: Date.now(),
          });
        } catch (error) {
          if (!(error instanceof EngineBusy)) throw error;
          say(`${error.message}; trying again\n`);
          await pause(error.retryAfterS * 1_000);
        }
      }
    },
    async close() {
      await engine.close();
      lock.release();
    },
  };
}
