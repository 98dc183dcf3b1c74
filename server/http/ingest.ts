import type { Express, Request } from 'express';
import { channels } from '../../shared/domain.ts';
import type { IngestAnswer } from '../../shared/protocol.ts';
import { EngineBusy, UnreadableBody } from '../engine/engine.ts';
import { askedCountry, openDataset } from './asked.ts';
import { mediaType, readBody } from './body.ts';
import type { AppDeps } from './deps.ts';
import { readParameters } from './parameters.ts';
import { Refused } from './problem.ts';

export const ingestLimitBytes = 10 * 1024 * 1024;
/** All bodies together that are still on their way: what many slow senders may take of our memory. */
const collectingLimitBytes = 96 * 1024 * 1024;
const withinMs = 60_000;

const formats: Record<string, 'json' | 'ndjson'> = {
  'application/json': 'json',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
};

function formatOf(request: Request): 'json' | 'ndjson' {
  const type = mediaType(request);
  const format = Object.hasOwn(formats, type) ? formats[type] : undefined;
  if (format) return format;
  throw new Refused(415, {
    detail: 'send Content-Type: application/json (one post or an array) or application/x-ndjson (one post a line)',
    headers: { Accept: 'application/json, application/x-ndjson' },
  });
}

/** Raw bytes are collected here and read in the reader's thread: this thread only moves them. */
export function serveIngest(app: Express, deps: Pick<AppDeps, 'datasets' | 'now'>): void {
  let collecting = 0;

  async function collect(request: Request): Promise<Uint8Array<ArrayBuffer>> {
    let mine = 0;
    try {
      return await readBody(request, { bytes: ingestLimitBytes, withinMs }, (bytes) => {
        mine += bytes;
        collecting += bytes;
        if (collecting > collectingLimitBytes) throw new EngineBusy('too many bodies are arriving at once', 1);
      });
    } finally {
      collecting -= mine;
    }
  }

  app.post('/api/ingest', async (request, response) => {
    const parameters = readParameters(request);
    const source = parameters.one('source') ?? 'api';
    if (source.length > 80 || /\p{C}/u.test(source)) {
      parameters.fault({ path: 'source', code: 'bad-source', message: 'source has at most 80 printable characters' });
    }
    const defaults = {
      source,
      channel: parameters.choice('channel', channels),
      lang: parameters.one('lang'),
      country: askedCountry(parameters),
    };
    parameters.done();
    const format = formatOf(request);
    const bytes = await collect(request);
    const own = openDataset(deps.datasets, 'own');
    try {
      const answer: IngestAnswer = await own.engine.ingest({
        kind: 'bytes',
        bytes,
        format,
        defaults,
        receivedAt: deps.now(),
      });
      response.json(answer);
    } catch (error) {
      if (!(error instanceof UnreadableBody)) throw error;
      // A whole that cannot be read counts as one rejection: what was received is always accounted for.
      own.sources.count({ received: 1, accepted: 0, duplicates: 0, rejected: 1 });
      throw unreadable(error);
    }
  });
}

function unreadable(error: UnreadableBody): Refused {
  const { code, message, position } = error;
  return new Refused(code === 'too-many-posts' ? 413 : 400, {
    detail: message,
    errors: [{ code, message, ...(position === undefined ? {} : { position }) }],
  });
}
