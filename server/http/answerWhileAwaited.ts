import type { Request, Response } from 'express';
import type { TellProgress } from '../engine/previewWorkspace.ts';

const lines = 'application/x-ndjson';

/** Works for as long as somebody waits: `signal` is aborted when they leave, and what the work throws then is nobody's business. */
export async function whileAwaited(response: Response, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const given = new AbortController();
  response.on('close', () => given.abort());
  try {
    await work(given.signal);
  } catch (error) {
    if (!given.signal.aborted) throw error;
  }
}

/** Whether who asks wants to hear how far the work is rather than the answer alone; `otherwise`: the media type of that. */
export const wantsLines = (request: Request, otherwise: string): boolean =>
  request.accepts([otherwise, lines]) === lines;

/**
 * Works something out for as long as somebody waits for the answer. Who asks for lines (`Accept: application/x-ndjson`) gets one
 * `{done, total}` for each step, and last `{answer}`; what fails after the first of them breaks the connection off.
 */
export async function answerWhileAwaited(
  request: Request,
  response: Response,
  work: (signal: AbortSignal, tell?: TellProgress) => Promise<unknown>,
): Promise<void> {
  const say = (line: object) => {
    if (!response.headersSent) response.status(200).set('Content-Type', lines);
    response.write(`${JSON.stringify(line)}\n`);
  };
  const isInLines = wantsLines(request, 'application/json');
  await whileAwaited(response, async (signal) => {
    const answer = await work(signal, isInLines ? (done, total) => say({ done, total }) : undefined);
    if (isInLines) {
      say({ answer });
      response.end();
    } else response.json(answer);
  });
}
