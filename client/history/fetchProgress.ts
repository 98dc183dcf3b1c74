import { brokenOff, problemOf, RequestFailed, reach } from './fetchJson.ts';

export type Progress = { done: number; total: number };
type Line<Answer> = Progress | { answer: Answer };

/** Posts a document to a door that tells how far it is. Throws as `askForProgress` does. */
export const postForProgress = <Answer>(
  path: string,
  body: unknown,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Answer> =>
  askForProgress(
    path,
    { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
    signal,
    onProgress,
  );

/**
 * Asks a door that tells how far it is, line by line, before it answers. Throws `RequestFailed` for a refusal and for an answer that
 * breaks off, and the signal's reason when it is given up.
 */
export async function askForProgress<Answer>(
  path: string,
  asked: Pick<RequestInit, 'method' | 'headers' | 'body'>,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Answer> {
  const response = await reach(path, {
    ...asked,
    headers: { ...asked.headers, Accept: 'application/x-ndjson' },
    signal,
  });
  if (!response.ok || !response.body) {
    // A proxy's error page is no problem document: then the status says what happened.
    throw new RequestFailed(problemOf(response.status, await response.json().catch(() => undefined)));
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw signal.aborted ? cause : brokenOff(cause);
    });
    if (done) throw brokenOff();
    const parts = (text + value).split('\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const line = JSON.parse(part) as Line<Answer>;
      if ('answer' in line) return line.answer;
      onProgress(line);
    }
  }
}
