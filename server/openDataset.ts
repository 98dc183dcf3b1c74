import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSet, SourceHealth, StatusState } from '../shared/protocol.ts';
import { dayMs } from '../shared/rollup.ts';
import type { WallState } from '../shared/wall.ts';
import { createBacktests } from './alerts/backtestThread.ts';
import { type AlertsDeps, openAlerts } from './alerts/openAlerts.ts';
import { createSeriesDetector } from './alerts/seriesDetector.ts';
import type { Dataset } from './dataset.ts';
import type { Outbox } from './deliver/createOutbox.ts';
import { type DeliverSettings, openOutbox } from './deliver/openOutbox.ts';
import { createAuthorHash } from './engine/authorKey.ts';
import { createEngine } from './engine/createEngine.ts';
import type { Commit, Engine } from './engine/engine.ts';
import type { Warm } from './engine/messages.ts';
import { createPreviews, createRetrains } from './engine/previewThread.ts';
import { createRuleShelf } from './http/ruleShelf.ts';
import { keeping } from './keeping.ts';
import { createPublisher } from './live/createPublisher.ts';
import { loadWindow } from './live/loadWindow.ts';
import { createVoiceCards, readVoices } from './readVoices.ts';
import { createScoreboard } from './scoreboard/createScoreboard.ts';
import { createSourceBoard, type SourceBoard } from './sources/board.ts';
import { isImport } from './sources/isImport.ts';
import { storeFile } from './store/backup.ts';
import { createHistory } from './store/createHistory.ts';
import type { TransformerThread } from './transformer/transformerThread.ts';

export type OpenOptions = {
  /** What all walls are asked to show. */
  wall: () => WallState;
  name: DataSet;
  dir: string;
  authorKey: Uint8Array;
  warm: Warm;
  /** Who has the second look; null: nobody from here on; absent: nobody now, and the rules stay as they are. */
  transformer?: TransformerThread | null;
  rehearsal?: AlertsDeps['rehearsal'];
  /** Absent: nobody outside is told anything. */
  deliver?: DeliverSettings;
  now: () => number;
  log: (level: 'info' | 'warn', fields: object, message: string) => void;
  onFatal: (error: Error) => void;
};

/** Who reports on itself (Bluesky, the demo) knows more than its commits tell. */
function doorOf(source: string, name: DataSet): SourceHealth['kind'] | undefined {
  if (name === 'demo' || source === 'bluesky') return undefined;
  if (isImport(source)) return 'import';
  return source.startsWith('feed:') ? 'feed' : 'ingest';
}

function reportSources(board: SourceBoard, name: DataSet, commit: Commit, at: number): void {
  for (const [source, { accepted, newestAt }] of Object.entries(commit.sources)) {
    const kind = doorOf(source, name);
    if (kind === undefined) continue;
    const lagMs = kind === 'import' ? {} : { lagMs: Math.max(0, commit.receivedAt - newestAt) };
    board.report(source, { kind, state: 'live', heardAt: at, postAt: at, accepted, ...lagMs });
  }
}

/** Counts what came through the doors; sources that run here count for themselves. */
function countDeliveries(engine: Engine, board: SourceBoard): Engine {
  return {
    ...engine,
    async ingest(delivery) {
      const answer = await engine.ingest(delivery);
      if (delivery.kind === 'bytes') board.count({ ...answer, rejected: answer.rejected.length });
      return answer;
    },
  };
}

/** Opens one data folder with everything that serves it, its recent past already loaded. Throws SecretsLocked. */
export async function openDataset(options: OpenOptions): Promise<Dataset> {
  const { name, dir, authorKey, warm, transformer, deliver, now, log, onFatal } = options;
  mkdirSync(dir, { recursive: true });
  const path = join(dir, storeFile);
  // A thread takes a third of a second to load its code: that of history does so while the engine's opens the store.
  const known = existsSync(path) ? createHistory(path, { authorKey, atOnce: true }) : undefined;
  let engine: Engine;
  try {
    engine = await createEngine({
      ...{ path, authorKey, keeping, warm, log, onFatal },
      ...(transformer === undefined ? {} : { transformer }),
    });
  } catch (error) {
    await known?.close();
    throw error;
  }
  const history = known ?? createHistory(path, { authorKey });
  const board = createSourceBoard();
  const startedAt = now();
  const epoch = randomUUID();
  const shelf = createRuleShelf({ history, engine }, createAuthorHash(authorKey));
  const voiceCards = createVoiceCards(shelf);
  // Nothing is ingested before this returns, so no commit can fall between the window's rows and its first one.
  // The messages are read while the window takes in its rows.
  const [first, { window }, cards] = await Promise.all([
    engine.ruleSet(),
    loadWindow(history, startedAt),
    readVoices(history, voiceCards, startedAt - dayMs),
  ]);
  let ruleSet = first;

  const publisher = createPublisher({
    epoch,
    now,
    window,
    status: (): StatusState => {
      const { indexBehind, history: counted, recompute, trouble } = engine.status();
      return {
        data: name,
        workspace: ruleSet.etag,
        ruleSet: ruleSet.version,
        sources: board.health(now()),
        ledger: board.ledger(),
        indexBehind,
        history: counted,
        ...(recompute ? { recompute } : {}),
        ...(trouble ? { trouble } : {}),
      };
    },
    wall: options.wall,
    cards,
  });

  engine.onCommit((commit) => {
    reportSources(board, name, commit, now());
    publisher.absorb(commit);
  });
  engine.onRuleSet((next) => {
    ruleSet = next;
    publisher.setRuleSet(next);
  });

  const deliveries = { engine, history, ruleSet: () => ruleSet, now, log };
  let outbox: Outbox | null = null;
  try {
    if (deliver) outbox = await openOutbox({ ...deliveries, settings: deliver });
  } catch (error) {
    publisher.close();
    await Promise.all([engine.close(), history.close()]);
    throw error;
  }
  const alerts = await openAlerts({
    ...{ engine, history, publisher, window, now },
    workspace: ruleSet.workspace,
    createDetector: createSeriesDetector,
    backtest: createBacktests(path),
    sources: () => board.health(now()),
    rehearsal: options.rehearsal ?? null,
    outbox,
    warn: (error, message) => log('warn', { error: String(error) }, message),
  });

  engine.onRepublish(() => {
    readVoices(history, voiceCards, now() - dayMs).then(
      (cards) => publisher.setCards(cards),
      (error: unknown) => log('warn', { error: String(error) }, 'Voices could not be read anew'),
    );
  });

  return {
    name,
    engine: countDeliveries(engine, board),
    history,
    publisher,
    shelf,
    preview: createPreviews({ path, authorKey }, transformer ?? undefined),
    retrain: createRetrains({ path, authorKey }),
    sources: board,
    scoreboard: createScoreboard({ engine, history }, now),
    alerts,
    outbox,
    async close() {
      await alerts.close();
      await outbox?.close();
      await engine.close();
      publisher.close();
      await history.close();
    },
  };
}
