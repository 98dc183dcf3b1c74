import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../dist/server/main.js', import.meta.url));
const clockPreload = fileURLToPath(new URL('clock.mjs', import.meta.url));
/** The demo writes every second of the machine: a story that grew no more for so long is told. */
const toldAfterMs = 4_000;

export type GalleryServer = {
  url: string;
  /** What its clock says, epoch ms: it stands there until it is moved. */
  now(): number;
  /** Sets its clock to a moment, epoch ms. */
  moveClock(at: number): void;
  /** Resolves when something was said in [from, to), epoch ms. */
  untilHeard(from: number, to: number): Promise<void>;
  /** Resolves when no post has come for a while. */
  untilTold(): Promise<void>;
  ask(method: string, path: string, body?: unknown): Promise<unknown>;
  /** It answers nobody until it goes on. */
  pause(): void;
  goOn(): void;
  end(signal?: NodeJS.Signals): Promise<void>;
};

/** Starts the built server with a fresh data folder and a clock that stands at `at` (epoch ms). */
export async function startServer(
  at: number,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<GalleryServer> {
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-gallery-'));
  const clock = join(dir, 'clock.json');
  let now = at;
  const moveClock = (to: number) => {
    now = to;
    // Renamed into place: no thread reads half of it.
    writeFileSync(`${clock}.new`, JSON.stringify({ at: now }));
    renameSync(`${clock}.new`, clock);
  };
  moveClock(at);
  const child = spawn(process.execPath, [program, 'serve', '--port', '0', '--data', join(dir, 'data'), ...args], {
    env: { PATH: process.env.PATH, NODE_OPTIONS: `--import ${clockPreload}`, GALLERY_CLOCK: clock, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let logged = '';
  child.stderr.on('data', (chunk) => {
    logged += chunk;
  });
  const exited = once(child, 'exit');
  // A run that fails leaves no server behind.
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  const url = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([line]) => /https?:\/\/\S+/.exec(line)?.[0] ?? ''),
    exited.then(() => {
      throw new Error(`the server ended before it was ready: ${logged}`);
    }),
  ]);
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
  return {
    url,
    now: () => now,
    moveClock,
    async untilHeard(from, to) {
      const said = async () =>
        (await ask('GET', `/api/series?step=1h&from=${from}&to=${to}`)) as { points: { mentions: number }[] };
      while ((await said()).points.length === 0) await new Promise((resolve) => setTimeout(resolve, 1_000));
    },
    async untilTold() {
      let told = '';
      let since = performance.now();
      while (performance.now() - since < toldAfterMs || !told.includes('postAt')) {
        // What has been heard of each source, and when: it grows as long as the story is told.
        const text = await (await fetch(`${url}/api/sources`)).text();
        if (text !== told) since = performance.now();
        told = text;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    },
    ask,
    pause: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      await exited;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
