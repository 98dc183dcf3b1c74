import type { TellProgress } from '../engine/previewWorkspace.ts';

/** Long enough to fetch what was just made ready, short enough to be new with the next look. */
const usuallyKeptMs = 20_000;
const mostKept = 50;

/** Throws the signal's reason when it is stopped. */
export type Work<Answer> = (signal: AbortSignal, tell: TellProgress) => Promise<Answer>;
export type Waiting = { signal: AbortSignal; tell?: TellProgress | undefined };
type Shared<Answer> = {
  answer: Promise<Answer>;
  stop: AbortController;
  tellers: Set<TellProgress>;
  waiting: number;
  /** When it was done, epoch ms; null: it is under way. */
  doneAt: number | null;
};

/**
 * Work that takes long, done once for all who wait for the same, each told how far it is. It stops when nobody waits any more. What was
 * made is kept some seconds; a failure is not.
 */
export function createSharedWork<Answer>(now: () => number, keptMs = usuallyKeptMs) {
  const shared = new Map<string, Shared<Answer>>();

  function begin(key: string, work: Work<Answer>): Shared<Answer> {
    const stop = new AbortController();
    const tellers = new Set<TellProgress>();
    const answer = work(stop.signal, (done, total) => {
      for (const tell of tellers) tell(done, total);
    });
    const begun: Shared<Answer> = { answer, stop, tellers, waiting: 0, doneAt: null };
    shared.set(key, begun);
    const forget = () => shared.get(key) === begun && shared.delete(key);
    answer.then(
      () => {
        begun.doneAt = now();
      },
      () => forget(),
    );
    stop.signal.addEventListener('abort', forget);
    return begun;
  }

  return {
    /** `signal`: this one does not wait any more; the work goes on for others. */
    async of(asked: unknown, { signal, tell }: Waiting, work: Work<Answer>): Promise<Answer> {
      signal.throwIfAborted();
      for (const [key, { doneAt }] of shared)
        if (doneAt !== null && (now() - doneAt > keptMs || shared.size > mostKept)) shared.delete(key);
      const key = JSON.stringify(asked);
      const one = shared.get(key) ?? begin(key, work);
      one.waiting += 1;
      if (tell) one.tellers.add(tell);
      const leave = () => {
        if (tell) one.tellers.delete(tell);
        one.waiting -= 1;
        if (one.waiting === 0 && one.doneAt === null) one.stop.abort();
      };
      signal.addEventListener('abort', leave, { once: true });
      try {
        return await one.answer;
      } finally {
        signal.removeEventListener('abort', leave);
        if (!signal.aborted) leave();
      }
    },
  };
}
