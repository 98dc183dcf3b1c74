import { createReadStream } from 'node:fs';
import type { Express } from 'express';
import { z } from 'zod';
import { channels, moment } from '../../../shared/domain.ts';
import { fault } from '../../../shared/fault.ts';
import { type ColumnMap, mapFault } from '../../sources/columns.ts';
import { askedCountry, openDataset } from '../asked.ts';
import { isGzipped } from '../body.ts';
import type { AppDeps } from '../deps.ts';
import { readJson } from '../json.ts';
import { type Parameters, readParameters } from '../parameters.ts';
import { parseWith } from '../parseWith.ts';
import { Refused } from '../problem.ts';
import type { Job } from './job.ts';
import { createShelf, type Shelf } from './shelf.ts';

export const uploadLimitBytes = 2 * 1024 ** 3;

const printable = z
  .string()
  .min(1)
  .max(80)
  .refine((text) => /^\P{C}+$/u.test(text), fault('unprintable', 'printable characters only'));
const mapSchema = z.strictObject({
  map: z.record(z.string().max(80), z.string().max(1_000)),
  defaults: z
    .strictObject({
      source: printable,
      channel: z.enum(channels),
      lang: z.string().min(2).max(8),
      country: z.string().length(2),
      at: moment,
    })
    .partial()
    .optional(),
});

/** The name is shown and makes the default source; it never becomes a path. */
function fileName(parameters: Parameters): string {
  const name = parameters.one('name')?.replaceAll(/\p{C}/gu, '').trim();
  return name ? name.slice(0, 120) : 'upload';
}

function mustRest(job: Job): void {
  if (job.isRunning()) throw new Refused(409, { detail: 'this import is running; stop it first', code: 'import-runs' });
}

/** A file in four steps: upload, look at it and choose the columns, run, fetch what was rejected. */
export function serveImports(app: Express, deps: Pick<AppDeps, 'datasets' | 'now' | 'uploadsDir'>): Shelf {
  const shelf = createShelf(deps.uploadsDir, deps.now, uploadLimitBytes);

  app.get('/api/imports', (request, response) => {
    readParameters(request).done();
    response.json({ items: shelf.list().map((job) => job.shown()) });
  });

  app.post('/api/imports', async (request, response) => {
    const parameters = readParameters(request);
    const name = fileName(parameters);
    const source = parameters.one('source');
    if (source !== undefined && !printable.safeParse(source).success) {
      parameters.fault({ path: 'source', code: 'bad-source', message: 'source has 1 to 80 printable characters' });
    }
    const defaults = {
      ...(source === undefined ? {} : { source }),
      channel: parameters.choice('channel', channels) ?? 'social',
      lang: parameters.one('lang'),
      country: askedCountry(parameters),
      at: parameters.moment('at'),
    };
    parameters.done();
    if (request.headers['content-type']?.startsWith('multipart/')) {
      throw new Refused(415, 'send the file itself as the body, not a form');
    }
    // A gzipped body is kept as it comes and recognised by its first bytes.
    isGzipped(request, uploadLimitBytes);
    const job = await shelf.receive(request, name, defaults);
    const shown = job.shown();
    response.status(201).location(`/api/imports/${shown.id}`).json(shown);
  });

  app.get('/api/imports/:id', (request, response) => {
    readParameters(request).done();
    response.json(shelf.find(request.params.id).shown());
  });

  app.put('/api/imports/:id/map', async (request, response) => {
    readParameters(request).done();
    const job = shelf.find(request.params.id);
    const chosen = parseWith(mapSchema, await readJson(request));
    mustRest(job);
    const { columns, defaults } = job.shown();
    const message = mapFault(chosen.map, columns);
    if (message) throw new Refused(400, { detail: message, errors: [{ path: 'map', code: 'bad-map', message }] });
    job.choose(chosen.map as ColumnMap, { ...defaults, ...chosen.defaults });
    response.json(job.shown());
  });

  app.post('/api/imports/:id/start', (request, response) => {
    readParameters(request).done();
    const job = shelf.find(request.params.id);
    mustRest(job);
    const { map, columns, state } = job.shown();
    if (state === 'done')
      throw new Refused(409, {
        detail: 'this import is done; choose its columns again to run it again',
        code: 'import-done',
      });
    const message = mapFault(map, columns);
    if (message) throw new Refused(409, { detail: message, errors: [{ path: 'map', code: 'bad-map', message }] });
    job.start(openDataset(deps.datasets, 'own').engine);
    response.status(202).json(job.shown());
  });

  app.post('/api/imports/:id/stop', async (request, response) => {
    readParameters(request).done();
    const job = shelf.find(request.params.id);
    await job.stop();
    response.json(job.shown());
  });

  app.get('/api/imports/:id/errors', (request, response, next) => {
    readParameters(request).done();
    const job = shelf.find(request.params.id);
    if (job.shown().state === 'uploaded')
      throw new Refused(409, { detail: 'this import has not run yet', code: 'import-not-run' });
    response.set({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="rejected-rows.csv"',
    });
    createReadStream(job.errorsPath).on('error', next).pipe(response);
  });

  app.delete('/api/imports/:id', async (request, response) => {
    readParameters(request).done();
    shelf.find(request.params.id);
    await shelf.remove(request.params.id);
    response.status(204).end();
  });

  return shelf;
}
