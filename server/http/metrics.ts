import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Express } from 'express';
import { Gauge, Histogram, Registry } from 'prom-client';
import { type DataSet, type SourceHealth, type SourceState, tickMs } from '../../shared/protocol.ts';
import type { AppDeps } from './deps.ts';
import { readParameters } from './parameters.ts';

export type SocketCounts = { count(): number; topics(): number };

const states: readonly SourceState[] = ['live', 'slow', 'lost', 'silent', 'off'];
const outcomes = ['received', 'accepted', 'duplicates', 'rejected'] as const;

/**
 * Prometheus text. Labels are fixed words of ours: a source's or brand's name is somebody's text and makes no series here.
 */
export function serveMetrics(app: Express, deps: AppDeps, sockets: () => SocketCounts): { close(): void } {
  // A registry of our own: the library's global one would add up every app of a test process.
  const registry = new Registry();
  const registers = [registry];
  const data: DataSet[] = ['own', 'demo'];
  const opened = () => data.flatMap((name) => deps.datasets.get(name) ?? []);
  const loop = monitorEventLoopDelay({ resolution: 10 });
  loop.enable();

  const gauge = (name: string, help: string, labelNames: string[], collect: (gauge: Gauge) => void) =>
    new Gauge({
      name: `launchroom_${name}`,
      help,
      labelNames,
      registers,
      collect() {
        this.reset();
        collect(this);
      },
    });

  gauge('ledger_posts', 'Posts since the start, by data set and outcome', ['data', 'outcome'], (g) => {
    for (const dataset of opened()) {
      const ledger = dataset.sources.ledger();
      for (const outcome of outcomes) g.set({ data: dataset.name, outcome }, ledger[outcome]);
    }
  });
  gauge('queue_bytes', 'Bytes handed to the engine and not yet answered', ['data'], (g) => {
    for (const { name, engine } of opened()) g.set({ data: name }, engine.status().queuedBytes);
  });
  gauge('index_behind_posts', 'Committed posts that are not in the full-text index yet', ['data'], (g) => {
    for (const { name, engine } of opened()) g.set({ data: name }, engine.status().indexBehind);
  });
  gauge('trouble', '1 while the store cannot write', ['data'], (g) => {
    for (const { name, engine } of opened()) g.set({ data: name }, engine.status().trouble === undefined ? 0 : 1);
  });
  gauge('sources', 'Sources by kind and state', ['data', 'kind', 'state'], (g) => {
    for (const dataset of opened()) {
      const health = Object.values(dataset.sources.health(deps.now()));
      for (const kind of new Set(health.map((one: SourceHealth) => one.kind)))
        for (const state of states)
          g.set(
            { data: dataset.name, kind, state },
            health.filter((one) => one.kind === kind && one.state === state).length,
          );
    }
  });
  gauge('showing_demo', '1 while the demo is shown', [], (g) => g.set(deps.datasets.showing === 'demo' ? 1 : 0));
  gauge('sockets', 'Screens connected', [], (g) => g.set(sockets().count()));
  gauge('topics', 'Topics watched', [], (g) => g.set(sockets().topics()));
  gauge('event_loop_delay_seconds', 'Delay of the web thread since the last scrape', ['quantile'], (g) => {
    for (const quantile of [50, 99, 100]) {
      const nanoseconds = loop.percentile(quantile);
      g.set({ quantile: String(quantile / 100) }, Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0);
    }
    loop.reset();
  });
  gauge('resident_memory_bytes', 'Memory of the process', [], (g) => g.set(process.memoryUsage.rss()));
  gauge('uptime_seconds', 'Since the start', [], (g) => g.set((deps.now() - deps.startedAt) / 1_000));

  const commits = new Histogram({
    name: 'launchroom_commit_seconds',
    help: 'From the arrival of a delivery to its commit, as the web thread hears of it',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, tickMs / 1_000, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const own = deps.datasets.get('own');
  const stopListening = own?.engine.onCommit((commit) => {
    commits.observe(Math.max(0, deps.now() - commit.receivedAt) / 1_000);
  });

  app.get('/metrics', async (request, response) => {
    readParameters(request).done();
    response.set('Content-Type', registry.contentType).send(await registry.metrics());
  });

  return {
    close() {
      stopListening?.();
      loop.disable();
    },
  };
}
