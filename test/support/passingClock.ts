export type PassingClock = {
  now(): number;
  later(ms: number, call: () => void): () => void;
  /** Lets so much time pass, stopping at everything that is due on the way; `settle` waits for what each sets going. */
  pass(ms: number, settle: () => Promise<void>): Promise<void>;
};

/** A clock that goes on only when it is told to, for what takes `now` and `later`. */
export function createPassingClock(startAt: number): PassingClock {
  let at = startAt;
  const calls = new Map<object, { at: number; call: () => void }>();
  return {
    now: () => at,
    later(ms, call) {
      const key = {};
      calls.set(key, { at: at + ms, call });
      return () => calls.delete(key);
    },
    async pass(ms, settle) {
      const end = at + ms;
      await settle();
      for (;;) {
        const [next] = [...calls].filter(([, due]) => due.at <= end).sort(([, a], [, b]) => a.at - b.at);
        if (!next) break;
        const [key, due] = next;
        calls.delete(key);
        at = Math.max(at, due.at);
        due.call();
        await settle();
      }
      at = end;
    },
  };
}
