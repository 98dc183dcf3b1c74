import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { guard, refuseSocket } from './http/access.ts';
import { serveAlerts } from './http/alerts.ts';
import { createChanges } from './http/changeWorkspace.ts';
import { serveClient } from './http/clientFiles.ts';
import { serveCompareLaunches } from './http/compareLaunches.ts';
import { serveCorrections } from './http/corrections.ts';
import { serveDecisions } from './http/decisions.ts';
import { serveDemo } from './http/demo.ts';
import type { AppDeps } from './http/deps.ts';
import { serveExportLaunch } from './http/exportLaunch.ts';
import { serveForecast } from './http/forecast.ts';
import { serveFunnel } from './http/funnel.ts';
import { securityHeaders } from './http/headers.ts';
import { serveHealth } from './http/health.ts';
import { serveImports } from './http/imports/routes.ts';
import { serveIngest } from './http/ingest.ts';
import { serveLaunches } from './http/launches.ts';
import { serveLaunchOutlook } from './http/launchOutlook.ts';
import { serveLaunchSignals } from './http/launchSignals.ts';
import { serveLaunchSpeak } from './http/launchSpeak.ts';
import { requestLimits } from './http/limits.ts';
import { serveMentions } from './http/mentions.ts';
import { type SocketCounts, serveMetrics } from './http/metrics.ts';
import { createOpenPoints, serveOpenPoints } from './http/openPoints.ts';
import { answerBrokenRequests, answerErrors, nothingHere } from './http/problem.ts';
import { serveQueryCheck } from './http/queryCheck.ts';
import { serveQuestions } from './http/questions.ts';
import { serveReceivers } from './http/receivers.ts';
import { serveRecompute } from './http/recompute.ts';
import { serveReplays } from './http/replays.ts';
import { serveRetrospective } from './http/retrospective.ts';
import { serveScoreboard } from './http/scoreboard.ts';
import { serveSeries } from './http/series.ts';
import { serveSignals } from './http/signals.ts';
import { serveSession } from './http/signIn.ts';
import { serveSignificance } from './http/significance.ts';
import { serveSources } from './http/sources.ts';
import { serveTerms } from './http/terms.ts';
import { serveVersions } from './http/versions.ts';
import { serveWall } from './http/wall.ts';
import { serveWorkspace } from './http/workspace.ts';
import { attachSockets, type Sockets } from './live/socket.ts';
import { createReplays, type Replays } from './replay/createReplays.ts';

export type App = {
  /** Resolves once it listens; rejects with Node's error when it cannot (EADDRINUSE). Port 0: any free one. */
  start(port: number, host: string): Promise<{ port: number }>;
  /** Takes nothing new, tells the screens, and ends what is still open after a few seconds. */
  close(): Promise<void>;
};

const graceMs = 5_000;
const idleLookMs = 50;
/** A connection on which nothing moves for this long is dropped; a large upload moves. */
const idleMs = 120_000;

/** The HTTP doors alone, in the order in which a request meets them. */
export function createDoors(
  deps: AppDeps,
  sockets: () => SocketCounts & Pick<Sockets, 'watching'>,
  replays: Replays,
): { doors: Express; close(): Promise<void> } {
  const doors = express();
  doors.disable('x-powered-by');
  doors.disable('etag');
  // Each door reads its own parameters and refuses those that it does not know.
  doors.set('query parser', false);
  doors.set('trust proxy', deps.access.trustProxy);
  doors.use(securityHeaders({ tls: deps.access.tls !== undefined, development: 'middleware' in deps.client }));
  doors.use(...requestLimits());
  doors.use(guard(deps.access, deps.now));
  serveIngest(doors, deps);
  serveSignals(doors, deps);
  serveHealth(doors, deps);
  const metrics = serveMetrics(doors, deps, sockets);
  serveSession(doors, deps);
  serveWorkspace(doors, deps);
  serveVersions(doors, deps);
  serveSignificance(doors, deps);
  serveRecompute(doors, deps);
  serveQueryCheck(doors);
  serveFunnel(doors, deps);
  serveSeries(doors, deps);
  serveForecast(doors, deps);
  serveMentions(doors, deps);
  serveTerms(doors, deps);
  serveQuestions(doors, deps);
  serveScoreboard(doors, deps);
  serveAlerts(doors, deps);
  const changeWorkspace = createChanges();
  serveLaunches(doors, deps, changeWorkspace);
  const openPoints = createOpenPoints(deps.now);
  serveOpenPoints(doors, deps, openPoints);
  serveLaunchSignals(doors, deps);
  serveLaunchSpeak(doors, deps);
  serveReplays(doors, deps, replays);
  serveDecisions(doors, deps, changeWorkspace, openPoints);
  serveCompareLaunches(doors, deps);
  serveRetrospective(doors, deps, changeWorkspace);
  serveExportLaunch(doors, deps);
  serveLaunchOutlook(doors, deps);
  serveCorrections(doors, deps, changeWorkspace);
  const uploads = serveImports(doors, deps);
  serveDemo(doors, deps);
  serveWall(doors, deps, () => sockets().watching('wall'));
  serveSources(doors, deps);
  serveReceivers(doors, deps);
  serveClient(doors, deps.client, deps.build);
  doors.use(nothingHere);
  doors.use(answerErrors(deps.logger));
  return {
    doors,
    async close() {
      metrics.close();
      await uploads.close();
    },
  };
}

function createHttpServer(deps: AppDeps): Server {
  const { tls } = deps.access;
  const server = tls ? createTlsServer({ ...tls, minVersion: 'TLSv1.2' }) : createServer();
  server.headersTimeout = 20_000;
  // An upload of 2 GB over a slow line takes an hour; bodies have their own limits in time.
  server.requestTimeout = 0;
  server.timeout = idleMs;
  server.keepAliveTimeout = 65_000;
  answerBrokenRequests(server);
  return server;
}

export function createApp(deps: AppDeps): App {
  const server = createHttpServer(deps);
  const replays = createReplays({
    now: deps.now,
    warn: (error) => deps.logger.warn({ error: String(error) }, 'voices of a replay could not be read'),
  });
  const { doors, close: closeDoors } = createDoors(deps, () => sockets, replays);
  let isClosing = false;
  server.on('request', (request, response) => {
    // A sender that never pauses would keep its connection, and with it the server, until it is cut off.
    if (isClosing) response.setHeader('connection', 'close');
    doors(request, response);
  });
  // Attached last: it takes the requests of its own path before the doors see them.
  const sockets = attachSockets(server, {
    publisher: () => replays.beside(deps.datasets.current().publisher),
    onShow: (shown) => deps.datasets.onShow(shown),
    build: deps.build,
    now: deps.now,
    refuse: (request) => refuseSocket(deps.access, request, deps.now()),
  });

  return {
    start(port, host) {
      return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve({ port: (server.address() as AddressInfo).port });
        });
      });
    },
    async close() {
      isClosing = true;
      sockets.tellShutdown();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await sockets.close();
      replays.close();
      // Again and again: what is answered meanwhile leaves a connection that waits for more.
      const idle = setInterval(() => server.closeIdleConnections(), idleLookMs);
      const cut = setTimeout(() => {
        deps.logger.warn({}, 'connections on which answers were still under way were cut');
        server.closeAllConnections();
      }, graceMs);
      await closed;
      clearTimeout(cut);
      clearInterval(idle);
      await closeDoors();
    },
  };
}
