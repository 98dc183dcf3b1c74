import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { createApp } from './app.ts';
import { type CommandIo, runCommand, UsageFault } from './cli/commandLine.ts';
import { type Config, ConfigFault, readConfig } from './config.ts';
import { openDatasets } from './datasets.ts';
import { createGuard } from './deliver/guard.ts';
import { SecretsLocked } from './deliver/sealer.ts';
import { createAuthorHash, readAuthorKey } from './engine/authorKey.ts';
import type { AppDeps } from './http/deps.ts';
import { openAddress } from './openAddress.ts';
import { createBlueskySwitch } from './sources/blueskySwitch.ts';
import { FolderInUse, lockDataFolder } from './store/lock.ts';
import { TransformerFault } from './transformer/fault.ts';
import { transformerHelp } from './transformer/options.ts';
import { startTransformer, type TransformerThread } from './transformer/transformerThread.ts';
import { createWallRemote } from './wall/createWallRemote.ts';

/** Accepted posts are on disk long before; this is for open connections and the last answers. */
const longestStopMs = 9_000;

const serveHelp = `launchroom serve: the server and its screens

  --port N       port (default 4000; 0: any free one; or PORT)
  --host NAME    address to listen on (default 127.0.0.1; or HOST). Any other than loopback needs
                 LAUNCHROOM_TOKEN and LAUNCHROOM_ALLOWED_HOSTS
  --data DIR     data folder (default ./data; or DATA_DIR)
  --demo         show the demo even when there is own data
  --empty        start without the demo
  --bluesky      listen to Bluesky from the start
  --forget-receivers
                 remove receivers of alerts that LAUNCHROOM_SECRETS_KEY does not open (the key is lost)
${transformerHelp}`;

type Build = { version: string; build: string; client: AppDeps['client']; close(): Promise<void> };

class BuildMissing extends Error {
  override name = 'BuildMissing';
}

/** Where this file stands: beside the built client, or in the checkout under `npm run dev`. */
async function findBuild(config: Config): Promise<Build> {
  const here = fileURLToPath(new URL('.', import.meta.url));
  if (!config.dev) {
    const dist = join(here, '..');
    for (const part of ['build.json', 'client/index.html'])
      if (!existsSync(join(dist, part))) throw new BuildMissing(`dist/${part} is missing: run npm run build`);
    const { id, version } = JSON.parse(readFileSync(join(dist, 'build.json'), 'utf8'));
    return { version, build: id, client: { dir: join(dist, 'client') }, close: async () => undefined };
  }
  const { createServer } = await import('vite');
  const root = join(here, '..');
  const vite = await createServer({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'client'),
    server: { middlewareMode: true },
  });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return { version, build: 'dev', client: { middleware: vite.middlewares }, close: () => vite.close() };
}

/** The composition root: settings, data, doors, signals. Resolves with the exit code when the server has ended. */
async function serve(argv: string[], io: CommandIo): Promise<number> {
  if (argv.includes('--help')) {
    io.out(serveHelp);
    return 0;
  }
  const startedAt = Date.now();
  let config: Config;
  let lock: ReturnType<typeof lockDataFolder>;
  try {
    config = readConfig(io.env, argv);
    lock = lockDataFolder(config.dataDir);
  } catch (error) {
    if (error instanceof ConfigFault) throw new UsageFault(error.message);
    if (!(error instanceof FolderInUse)) throw error;
    io.err(`${error.message}\n`);
    return 1;
  }

  let build: Build;
  try {
    // Before anything is opened: threads that run would keep a program alive that serves nobody.
    build = await findBuild(config);
  } catch (error) {
    lock.release();
    if (!(error instanceof BuildMissing)) throw error;
    io.err(`${error.message}\n`);
    return 1;
  }

  const logger = pino({ base: { pid: process.pid } }, pino.destination(2));
  let end: (code: number) => void = () => undefined;
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  const log = (level: 'info' | 'warn', fields: object, message: string) => logger[level](fields, message);

  const onFatal = (error: Error) => {
    // Without the thread that saves, every answer would be a lie: better gone, and started again by whoever watches.
    logger.fatal({ error: error.stack }, 'a thread of the engine has died; the server ends');
    process.exit(1);
  };
  let transformer: TransformerThread | null = null;
  try {
    const warn = (fields: object, message: string) => log('warn', fields, message);
    if (config.transformer) transformer = await startTransformer({ ...config.transformer, warn, onFatal });
  } catch (error) {
    await build.close();
    lock.release();
    if (!(error instanceof TransformerFault)) throw error;
    io.err(`${error.message}\n`);
    return 1;
  }

  const authorKey = readAuthorKey(config.dataDir);
  const { publicUrl, serverSmtp, allowReceivers, secretsKey } = config.ways;
  let port = config.port;
  const wall = createWallRemote(Date.now);
  const opened = openDatasets({
    wall: wall.state,
    dataDir: config.dataDir,
    demo: config.demo,
    withoutDemo: config.empty || config.bluesky,
    authorKey,
    now: Date.now,
    log,
    onFatal,
    transformer,
    deliver: {
      guard: createGuard(allowReceivers),
      serverSmtp: serverSmtp ?? null,
      publicUrl: () => publicUrl ?? openAddress(config, port),
      forgetReceivers: config.forgetReceivers,
      ...(secretsKey === undefined ? {} : { secretsKey }),
    },
  });
  let datasets: Awaited<typeof opened>;
  try {
    datasets = await opened;
  } catch (error) {
    await transformer?.close();
    await build.close();
    lock.release();
    if (!(error instanceof SecretsLocked)) throw error;
    io.err(
      `the receivers of alerts cannot be read: ${error.message}. Where the key is lost, --forget-receivers starts without them\n`,
    );
    return 1;
  }
  const hashAuthor = createAuthorHash(authorKey);
  const bluesky = await createBlueskySwitch({
    own: datasets.own,
    hashAuthor,
    now: Date.now,
    isAsked: config.bluesky,
    log: (message) => logger.info({}, message),
  });
  const app = createApp({
    datasets,
    access: config.access,
    sources: { bluesky },
    wall,
    hashAuthor,
    version: build.version,
    build: build.build,
    startedAt,
    uploadsDir: join(config.dataDir, 'uploads'),
    client: build.client,
    logger,
    publicUrl,
    now: Date.now,
  });

  async function closeAll(): Promise<void> {
    await bluesky.close();
    await datasets.close();
    await transformer?.close();
    await build.close();
    lock.release();
  }

  try {
    ({ port } = await app.start(config.port, config.host));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL' && code !== 'ENOTFOUND') throw error;
    const because = {
      EADDRINUSE: `port ${config.port} on ${config.host} is in use by another program; choose another with --port`,
      EACCES: `this user may not listen on port ${config.port}; choose one above 1023 with --port`,
      EADDRNOTAVAIL: `this machine has no address ${config.host}; choose another with --host`,
      ENOTFOUND: `no address is known for ${config.host}; choose another with --host`,
    }[code];
    io.err(`${because}\n`);
    await app.close();
    await closeAll();
    return 1;
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => end(0));
  io.out(`Launchroom is open at ${openAddress(config, port)}\n`);
  if (transformer) logger.info({ ...transformer.identity }, 'mentions that matter get a second look');
  logger.info({ port, showing: datasets.showing, readyMs: Date.now() - startedAt }, 'listening');

  const code = await ended;
  const deadline = setTimeout(() => {
    logger.error({}, 'stopping took too long; what was acknowledged is on disk');
    process.exit(1);
  }, longestStopMs);
  await app.close();
  await closeAll();
  clearTimeout(deadline);
  logger.info({}, 'stopped');
  return code;
}

// `launchroom analyze ... | head`: whoever read has enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  if (process.argv[2] !== undefined && process.argv[2] !== 'serve') process.exit(0);
});

process.exitCode = await runCommand(
  {
    serve: { summary: 'the server and its screens', run: serve },
    import: {
      summary: 'reads a file into the store',
      run: async (argv, io) => (await import('./cli/import.ts')).run(argv, io),
    },
    feed: {
      summary: 'plays a file as if it happened now',
      run: async (argv, io) => (await import('./cli/feed.ts')).run(argv, io),
    },
    simulate: {
      summary: 'sends posts of an invented launch at a steady rate',
      run: async (argv, io) => (await import('./demo/simulate.ts')).run(argv, io),
    },
    analyze: {
      summary: 'says what the pipeline makes of each post of a file, without a server',
      run: async (argv, io) => (await import('./cli/analyze.ts')).run(argv, io),
    },
    detect: {
      summary: 'finds where a series of counts went higher than it usually does, without a server',
      run: async (argv, io) => (await import('./cli/detect.ts')).run(argv, io),
    },
    outlook: {
      summary: 'foretells the outcome of launches from past ones in a table, or refuses, without a server',
      run: async (argv, io) => (await import('./cli/outlook.ts')).run(argv, io),
    },
    backup: {
      summary: 'copies the store into a file',
      run: async (argv, io) => (await import('./cli/backup.ts')).run(argv, io),
    },
    restore: {
      summary: 'puts a backup in place of the store',
      run: async (argv, io) => (await import('./cli/restore.ts')).run(argv, io),
    },
  },
  process.argv.slice(2),
  {
    stdin: process.stdin,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    env: process.env,
  },
);
