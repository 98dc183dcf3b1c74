/** Long enough for a room of screens that ask the same, short enough to be new with the next look. */
const usuallyKeptMs = 20_000;
const mostKept = 50;

/** Answers that take a while, counted once for all who ask for the same within some seconds. A failure is not kept. */
export function createSharedAnswers<Answer>(now: () => number, keptMs = usuallyKeptMs) {
  const kept = new Map<string, { at: number; answer: Promise<Answer> }>();
  return {
    of(asked: unknown, count: () => Promise<Answer>): Promise<Answer> {
      const key = JSON.stringify(asked);
      for (const [other, { at }] of kept) if (now() - at > keptMs || kept.size > mostKept) kept.delete(other);
      const known = kept.get(key);
      if (known) return known.answer;
      const answer = count();
      kept.set(key, { at: now(), answer });
      answer.catch(() => kept.delete(key));
      return answer;
    },
  };
}
