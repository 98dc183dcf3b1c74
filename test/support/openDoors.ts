import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backtest } from '../../server/alerts/backtest.ts';
import { openAlerts } from '../../server/alerts/openAlerts.ts';
import { createSeriesDetector, createSeriesDetectors } from '../../server/alerts/seriesDetector.ts';
import { type App, createApp } from '../../server/app.ts';
import type { Dataset } from '../../server/dataset.ts';
import { createGuard } from '../../server/deliver/guard.ts';
import { type DeliverSettings, openOutbox } from '../../server/deliver/openOutbox.ts';
import { createRehearsal } from '../../server/demo/createRehearsal.ts';
import { type CoreNotice, createCore } from '../../server/engine/core.ts';
import { createAnalyst } from '../../server/engine/createAnalyst.ts';
import { createJudge } from '../../server/engine/createJudge.ts';
import { createReader } from '../../server/engine/createReader.ts';
import type { Commit, Engine, EngineStatus } from '../../server/engine/engine.ts';
import { previewWorkspace } from '../../server/engine/previewWorkspace.ts';
import { createReplay } from '../../server/engine/replay.ts';
import { retrainWorkspace } from '../../server/engine/retrainWorkspace.ts';
import type { AccessConfig, AppDeps, ShownDatasets } from '../../server/http/deps.ts';
import { createRuleShelf } from '../../server/http/ruleShelf.ts';
import { createPublisher } from '../../server/live/createPublisher.ts';
import { createWindow } from '../../server/live/window.ts';
import { createScoreboard } from '../../server/scoreboard/createScoreboard.ts';
import { createSourceBoard } from '../../server/sources/board.ts';
import { createMemoryStore } from '../../server/store/memory.ts';
import type { RuleSet } from '../../server/store/store.ts';
import { createWallRemote } from '../../server/wall/createWallRemote.ts';
import type { DataSet, StatusState } from '../../shared/protocol.ts';
import type { WallState } from '../../shared/wall.ts';
import { ingestHere } from './ingestHere.ts';

const hashAuthor = (name: string) => `hash-of-${name.length}`;

async function memoryDataset(
  name: DataSet,
  now: () => number,
  wall: () => WallState,
  deliver?: DeliverSettings,
): Promise<Dataset> {
  const { store, history } = createMemoryStore();
  const commits = new Set<(commit: Commit) => void>();
  const ruleSets = new Set<(ruleSet: RuleSet) => void>();
  const republished = new Set<() => void>();
  let status: Pick<EngineStatus, 'history' | 'recompute'> = { history: { ruleSet: 0, corrections: 0, seam: null } };
  const notify = (notice: CoreNotice) => {
    if (notice.type === 'commit') for (const listener of commits) listener(notice.commit);
    if (notice.type === 'status') status = { history: notice.history, recompute: notice.recompute };
    if (notice.type === 'republished') for (const listener of republished) listener();
    if (notice.type === 'rules') for (const listener of ruleSets) listener(notice.ruleSet);
  };
  const reader = createReader(createAnalyst({ hashAuthor }));
  const judge = createJudge({ hashAuthor });
  const replay = createReplay(history, createAnalyst({ hashAuthor }));
  const keeping = { textDays: null, setAsideDays: 7, idDays: 800 };
  const core = await createCore({ store, judge, reader, replay, now, keeping, notify, warn: () => {} });
  const sources = createSourceBoard();
  const ingest = ingestHere(core, reader);
  const engine: Engine = {
    ...core,
    async ingest(delivery) {
      const answer = await ingest(delivery);
      sources.count({ ...answer, rejected: answer.rejected.length });
      return answer;
    },
    status: () => ({ queuedBytes: 0, indexBehind: 0, ...status }),
    onCommit(listener) {
      commits.add(listener);
      return () => commits.delete(listener);
    },
    onRepublish(listener) {
      republished.add(listener);
      return () => republished.delete(listener);
    },
    onRuleSet(listener) {
      ruleSets.add(listener);
      return () => ruleSets.delete(listener);
    },
  };
  const shelf = createRuleShelf({ engine, history }, hashAuthor);
  const window = createWindow(now());
  const publisher = createPublisher({
    epoch: randomUUID(),
    now,
    window,
    status: (): StatusState => ({
      data: name,
      workspace: '',
      ruleSet: 0,
      sources: sources.health(now()),
      ledger: sources.ledger(),
      indexBehind: 0,
      history: status.history,
    }),
    wall,
  });
  engine.onCommit((commit) => publisher.absorb(commit));
  let ruleSet = await core.ruleSet();
  ruleSets.add((next) => {
    ruleSet = next;
  });
  const outbox = deliver
    ? await openOutbox({ engine, history, ruleSet: () => ruleSet, settings: deliver, now, log: () => {} })
    : null;
  const alerts = await openAlerts({
    ...{ engine, history, publisher, window, now },
    workspace: (await engine.ruleSet()).workspace,
    createDetector: createSeriesDetector,
    backtest: (asked, signal, tell) =>
      backtest({ ...asked, history, createDetector: createSeriesDetectors, signal, tell }),
    sources: () => sources.health(now()),
    rehearsal: null,
    outbox,
    warn(error) {
      throw error;
    },
  });
  return {
    name,
    engine,
    history,
    publisher,
    shelf,
    retrain: (workspace) => retrainWorkspace({ history, hashAuthor, workspace }),
    preview: (workspace, _, tell) =>
      previewWorkspace({ history, analyst: createAnalyst({ hashAuthor }), workspace, tell }),
    sources,
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

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string; json: () => never };
export type Asking = {
  method?: string;
  headers?: Record<string, string>;
  /** Objects travel as JSON. */
  body?: string | Uint8Array | object;
};

export type OpenDoors = {
  port: number;
  url: string;
  deps: AppDeps;
  app: App;
  own: Dataset;
  demo: Dataset;
  logged: object[];
  /** With Host and Origin as given: `fetch` would write its own. */
  ask(path: string, asking?: Asking): Promise<Answer>;
  close(): Promise<void>;
};

export type Opening = {
  access?: Partial<AccessConfig>;
  showing?: DataSet;
  client?: AppDeps['client'];
  now?: () => number;
  sources?: AppDeps['sources'];
  /** Of the user's own data; by itself the strict guard and no mail server. */
  deliver?: Partial<DeliverSettings>;
};

/** The real app on a free port, over stores in memory. */
export async function openDoors(opening: Opening = {}): Promise<OpenDoors> {
  const now = opening.now ?? Date.now;
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-doors-'));
  const clientDir = join(dir, 'client');
  mkdirSync(clientDir);
  writeFileSync(join(clientDir, 'index.html'), '<!doctype html><div id="root"></div>');
  const deliver = { guard: createGuard([]), serverSmtp: null, publicUrl: () => 'http://launch.example' };
  const wall = createWallRemote(now);
  const own = await memoryDataset('own', now, wall.state, { ...deliver, ...opening.deliver });
  const demo = await memoryDataset('demo', now, wall.state);
  let showing = opening.showing ?? 'own';
  let isDemoThere = true;
  const rehearsal = createRehearsal({ now, alerts: () => demo.alerts.list({}, 100) });
  const listeners = new Set<(shown: Dataset) => void>();
  const current = () => (showing === 'own' ? own : demo);
  const show = async (name: DataSet) => {
    showing = name;
    for (const listener of listeners) listener(current());
  };
  const datasets: ShownDatasets = {
    get showing() {
      return showing;
    },
    current,
    get: (name) => (name === 'own' ? own : isDemoThere ? demo : undefined),
    rehearsal: () => (isDemoThere ? rehearsal : undefined),
    onShow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    leaveDemo: () => show('own'),
    async openDemo() {
      isDemoThere = true;
      await show('demo');
    },
    async removeDemo() {
      isDemoThere = false;
      await show('own');
    },
  };
  const logged: object[] = [];
  const log = (fields: object) => void logged.push(fields);
  const deps: AppDeps = {
    datasets,
    access: { loopback: true, allowedHosts: [], trustProxy: 0, ...opening.access },
    sources: opening.sources ?? {},
    wall,
    version: '0.0.0',
    build: 'test',
    startedAt: now(),
    hashAuthor,
    uploadsDir: join(dir, 'uploads'),
    client: opening.client ?? { dir: clientDir },
    logger: { info: log, warn: log, error: log },
    now,
  };
  const app = createApp(deps);
  const { port } = await app.start(0, '127.0.0.1');

  const agent = new Agent({ keepAlive: true });

  function ask(path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answer> {
    const isObject = typeof body === 'object' && !(body instanceof Uint8Array);
    const payload = isObject ? JSON.stringify(body) : body;
    const type: Record<string, string> = isObject ? { 'content-type': 'application/json' } : {};
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        { host: '127.0.0.1', port, path, method, headers: { ...type, ...headers }, agent },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            const { statusCode = 0, headers: answered } = response;
            resolve({ status: statusCode, headers: answered, text, json: () => JSON.parse(text) as never });
          });
        },
      );
      request.on('error', reject);
      request.end(payload);
    });
  }

  return {
    port,
    url: `http://127.0.0.1:${port}`,
    deps,
    app,
    own,
    demo,
    logged,
    ask,
    async close() {
      agent.destroy();
      await app.close();
      await Promise.all([own.close(), demo.close()]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
