import type { Response } from 'express';

/** Works something out for as long as somebody waits for the answer. */
export async function answerWhileAwaited(
  response: Response,
  work: (signal: AbortSignal) => Promise<unknown>,
): Promise<void> {
  const given = new AbortController();
  response.on('close', () => given.abort());
  try {
    response.json(await work(given.signal));
  } catch (error) {
    // Nobody waits for the answer any more.
    if (!given.signal.aborted) throw error;
  }
}
