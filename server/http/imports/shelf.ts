import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Request } from 'express';
import type { ImportJob } from '../../../shared/protocol.ts';
import { guessMap, type Row } from '../../sources/columns.ts';
import { type FileRow, type FileShape, readRows, shapeOfFile, UnreadableFile } from '../../sources/readRows.ts';
import { Refused } from '../problem.ts';
import { createJob, type Job } from './job.ts';

/** Uploads kept at a time; a finished one makes room for the next. */
const mostJobs = 20;
/** Rows that the guess of columns looks at. */
const sampleRows = 50;

export type Shelf = {
  list(): Job[];
  /** Throws Refused (404). */
  find(id: string): Job;
  /** Keeps the body as a file and looks at its first rows. Throws Refused: 400, 409, 413, 503. */
  receive(request: Request, name: string, defaults: Partial<ImportJob['defaults']>): Promise<Job>;
  remove(id: string): Promise<void>;
  /** Stops what runs and deletes all files. */
  close(): Promise<void>;
};

async function keep(request: Request, path: string, limit: number): Promise<number> {
  const file = await open(path, 'w', 0o600);
  let bytes = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > limit)
        throw new Refused(413, {
          detail: `an upload may have ${Math.round(limit / 1_048_576)} MB`,
          code: 'upload-too-large',
          values: { mb: Math.round(limit / 1_048_576) },
        });
      await file.write(chunk);
    }
    return bytes;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new Refused(503, {
        detail: 'there is no room for the file',
        code: 'no-room',
        headers: { 'Retry-After': '60' },
      });
    }
    if (code === 'ECONNRESET') throw new Refused(400, 'the sender hung up before the end of the file');
    throw error;
  } finally {
    await file.close();
  }
}

async function firstRowsOf(path: string): Promise<{ shape: FileShape; rows: FileRow[] }> {
  const rows: FileRow[] = [];
  const shape = await shapeOfFile(path);
  for await (const row of readRows(path, shape, () => {})) {
    rows.push(row);
    if (rows.length >= sampleRows) break;
  }
  return { shape, rows };
}

function columnsOf(rows: readonly Row[]): string[] {
  const columns = new Set<string>();
  for (const row of rows) for (const column of Object.keys(row)) columns.add(column);
  return [...columns].slice(0, 500);
}

export function createShelf(dir: string, now: () => number, limitBytes: number): Shelf {
  const jobs = new Map<string, Job>();
  // Uploads do not outlive the server: what a killed one left is nobody's. An import can be sent again without harm.
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(dir)) if (name.startsWith('upload-')) rmSync(join(dir, name), { force: true });

  async function remove(id: string): Promise<void> {
    const job = jobs.get(id);
    if (!job) return;
    jobs.delete(id);
    await job.remove();
  }

  async function makeRoom(): Promise<void> {
    if (jobs.size < mostJobs) return;
    for (const [id, job] of jobs) {
      if (job.shown().state !== 'done' && job.shown().state !== 'failed') continue;
      await remove(id);
      return;
    }
    throw new Refused(409, {
      detail: `there are ${mostJobs} uploads already; delete one first`,
      code: 'too-many-uploads',
      values: { most: mostJobs },
    });
  }

  return {
    list: () => [...jobs.values()],
    find(id) {
      const job = jobs.get(id);
      if (!job)
        throw new Refused(404, {
          detail: 'there is no such upload; uploads do not outlive a restart of the server',
          code: 'no-upload',
        });
      return job;
    },
    async receive(request, name, defaults) {
      await makeRoom();
      const id = randomUUID();
      const path = join(dir, `upload-${id}`);
      try {
        const bytes = await keep(request, path, limitBytes);
        const { shape, rows } = await firstRowsOf(path);
        const readable = rows.flatMap((one) => ('row' in one ? [one.row] : []));
        if (readable.length === 0) throw new UnreadableFile('the file holds no row that can be read');
        const columns = columnsOf(readable);
        const job = createJob(
          {
            id,
            name,
            path,
            bytes,
            shape,
            columns,
            firstRows: rows,
            map: guessMap(columns, readable),
            defaults: { source: `import:${name}`.slice(0, 80), channel: 'social', ...defaults },
          },
          now,
        );
        jobs.set(id, job);
        return job;
      } catch (error) {
        await rm(path, { force: true });
        if (!(error instanceof UnreadableFile)) throw error;
        throw new Refused(400, {
          detail: error.message,
          errors: [{ code: 'unreadable-file', message: error.message }],
        });
      }
    },
    remove,
    async close() {
      await Promise.all([...jobs.keys()].map(remove));
    },
  };
}
