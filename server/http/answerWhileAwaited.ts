import type { Request, Response } from 'express';
import type { TellProgress } from '../engine/previewWorkspace.ts';

const lines = 'application/x-ndjson';

/**
 * Works something out for as long as somebody waits for the answer. Who asks for lines (`Accept: application/x-ndjson`) gets one
 * `{done, total}` for each step, and last `{answer}`; what fails after the first of them breaks the connection off.
 */
export async function answerWhileAwaited(
  request: Request,
  response: Response,
  work: (signal: AbortSignal, tell?: TellProgress) => Promise<unknown>,
): Promise<void> {
  const given = new AbortController();
  response.on('close', () => given.abort());
  const say = (line: object) => {
    if (!response.headersSent) response.status(200).set('Content-Type', lines);
    response.write(`${JSON.stringify(line)}\n`);
  };
  const isInLines = request.accepts(['application/json', lines]) === lines;
  try {
    const answer = await work(given.signal, isInLines ? (done, total) => say({ done, total }) : undefined);
    if (isInLines) {
      say({ answer });
      response.end();
    } else response.json(answer);
  } catch (error) {
    // Nobody waits for the answer any more.
    if (!given.signal.aborted) throw error;
  }
}
