import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { buildIfStale } from '../../server/cli/build.mjs';

export const main = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));

export type RunningServer = {
  url: string;
  dir: string;
  pid: number;
  /** From spawn to the line that names the address, ms. */
  readyMs: number;
  /** What it logged so far. */
  log(): string;
  /** Sends a signal and waits for the end; resolves with exit code, signal and how long it took. */
  end(signal?: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null; tookMs: number }>;
};

export type StartOptions = {
  /** Data folder; a fresh one when absent. */
  dir?: string;
  args?: readonly string[];
  env?: Record<string, string>;
  /** Bundle the client too, for tests with a browser. */
  withClient?: boolean;
  /** The bundle to run, when it is not the one in `dist`. */
  program?: string;
};

type RunOptions = {
  env?: Record<string, string>;
  input?: string;
  /** kill -9, so long after the first word that it says. */
  killAfterMs?: number;
  /** The bundle to run, when it is not the one in `dist`. */
  program?: string;
};

/** Runs the built program as its users do; resolves with its exit code and output. */
export async function runProgram(
  argv: readonly string[],
  { env = {}, input, killAfterMs, program = main }: RunOptions = {},
): Promise<{ code: number | null; signal: NodeJS.Signals | null; out: string; err: string }> {
  await buildIfStale(['server']);
  const child = spawn(process.execPath, [program, ...argv], { env: cleanEnv(env), stdio: 'pipe' });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdin.end(input ?? '');
  if (killAfterMs !== undefined)
    child.stderr.once('data', () => void setTimeout(() => child.kill('SIGKILL'), killAfterMs));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, out, err };
}

/** Settings of whoever runs the tests must not reach the server under test. */
function cleanEnv(env: Record<string, string>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env))
    if (value !== undefined && !/^(LAUNCHROOM_|PORT$|HOST$|DATA_DIR$|NODE_OPTIONS$|VITEST)/.test(name))
      kept[name] = value;
  return { ...kept, ...env };
}

const running = new Set<ChildProcess>();
// Whatever a failing test left running goes with its file.
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the built server on a free port with a data folder of its own. Whoever starts it ends it. */
export async function startServer({
  dir,
  args = ['--empty'],
  env = {},
  withClient = false,
  program = main,
}: StartOptions = {}): Promise<RunningServer> {
  // A server without screens ends at once: where none were built yet, they are.
  const isUnbuilt = !existsSync(join(main, '..', '..', 'client', 'index.html'));
  await buildIfStale(withClient || isUnbuilt ? ['server', 'client'] : ['server']);
  const data = dir ?? mkdtempSync(join(tmpdir(), 'launchroom-test-'));
  const startedAt = performance.now();
  const child = spawn(process.execPath, [program, 'serve', '--port', '0', '--data', data, ...args], {
    env: cleanEnv(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let logged = '';
  child.stderr.on('data', (chunk) => {
    logged += chunk;
  });
  const exited = once(child, 'exit').then(([code, signal]) => {
    running.delete(child);
    return { code: code as number | null, signal: signal as NodeJS.Signals | null };
  });
  const lines = createInterface({ input: child.stdout });
  const url = await Promise.race([
    once(lines, 'line').then(([line]) => /https?:\/\/\S+/.exec(line as string)?.[0] ?? ''),
    exited.then(({ code, signal }) => {
      throw new Error(`the server ended before it was ready (${code ?? signal}): ${logged}`);
    }),
  ]);
  const readyMs = performance.now() - startedAt;
  return {
    url,
    dir: data,
    pid: child.pid!,
    readyMs,
    log: () => logged,
    async end(signal = 'SIGTERM') {
      const at = performance.now();
      child.kill(signal);
      const how = await exited;
      return { ...how, tookMs: performance.now() - at };
    },
  };
}
