import { setTimeout as pause } from 'node:timers/promises';
import type { IngestAnswer } from '../../shared/protocol.ts';
import { CommandFailed } from './commandLine.ts';

/** Where posts of a command go: into the store of this process, or through the door of a running server. */
export type Door = {
  /** Waits and tries again while the other side is busy; throws when it refuses. */
  deliver(posts: readonly Record<string, unknown>[], source: string): Promise<IngestAnswer>;
  close(): Promise<void>;
};

const longestPauseMs = 30_000;
/** A server that restarts is back within seconds; one that is away for minutes has been stopped. */
const attempts = 12;

/** A problem's own words, or the beginning of what else was answered. */
export function reasonIn(answer: string): string {
  try {
    const { title, detail } = JSON.parse(answer) as { title?: string; detail?: string };
    if (detail ?? title) return `${detail ?? title}`;
  } catch {
    // Not from us: a proxy's page, perhaps.
  }
  return answer.slice(0, 300);
}

/** Posts over HTTP. Sending again is safe: what was known is a duplicate. */
export function openHttpDoor(url: string, token: string | undefined, say: (words: string) => void): Door {
  const target = new URL('/api/ingest', url);
  async function attempt(body: string): Promise<IngestAnswer | { because: string; againMs: number }> {
    let answer: Response;
    try {
      answer = await fetch(target, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-ndjson',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body,
      });
    } catch (error) {
      const { cause } = error as Error;
      return {
        because: `${target.origin} does not answer (${(cause as Error | undefined)?.message ?? error})`,
        againMs: 1_000,
      };
    }
    if (answer.ok) return (await answer.json()) as IngestAnswer;
    const said = await answer.text();
    if (answer.status !== 503 && answer.status !== 429)
      throw new CommandFailed(`${target.origin} refused: ${answer.status} ${reasonIn(said)}`);
    return {
      because: `the server is busy (${answer.status})`,
      againMs: Math.min(longestPauseMs, 1_000 * Number(answer.headers.get('retry-after') ?? 1)),
    };
  }
  return {
    async deliver(posts, source) {
      target.searchParams.set('source', source);
      const body = posts.map((post) => JSON.stringify(post)).join('\n');
      for (let again = 1; ; again++) {
        const answer = await attempt(body);
        if (!('because' in answer)) return answer;
        if (again === attempts) throw new CommandFailed(`gave up after ${attempts} attempts: ${answer.because}`);
        say(`${answer.because}; trying again\n`);
        await pause(answer.againMs);
      }
    },
    close: async () => undefined,
  };
}
