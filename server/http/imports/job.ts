import { type FileHandle, open, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';
import type { FaultValues } from '../../../shared/fault.ts';
import type { ImportJob, ImportState, IngestAnswer, Rejection } from '../../../shared/protocol.ts';
import { type Engine, EngineBusy } from '../../engine/engine.ts';
import { type ColumnMap, rowToPost } from '../../sources/columns.ts';
import { type FileRow, type FileShape, readRows, UnreadableFile } from '../../sources/readRows.ts';
import { previewOf } from './preview.ts';

/** Rows that go to the engine together: small enough that this thread is never held up for long. */
const batchRows = 250;

/** What is known of an upload once its first rows were read. */
export type Upload = {
  id: string;
  name: string;
  path: string;
  bytes: number;
  shape: FileShape;
  columns: string[];
  firstRows: FileRow[];
  map: ColumnMap;
  defaults: ImportJob['defaults'];
};

export type Job = {
  shown(): ImportJob;
  errorsPath: string;
  isRunning(): boolean;
  /** A new choice of columns starts from the first row again. */
  choose(map: ColumnMap, defaults: ImportJob['defaults']): void;
  /** Goes on where it was stopped. */
  start(engine: Engine): void;
  /** Resolves when the row in hand is done. */
  stop(): Promise<void>;
  /** Stops, and deletes its files. */
  remove(): Promise<void>;
};

type Mapped = { number: number; post: Record<string, unknown> };

type Why = { message: string; code: string; values?: FaultValues };

function whyFailed(error: unknown): Why {
  if (error instanceof UnreadableFile) {
    const { message, code, values } = error;
    return { message, code, ...(values ? { values } : {}) };
  }
  const detail = (error as Error).message;
  return { message: `not possible: ${detail}`, code: 'import-failed', values: { detail } };
}

/** No cell may start what a spreadsheet would run. */
function errorLine(row: number, code: string, message: string): string {
  return stringify([[row, code, message]], { escape_formulas: true });
}

export function createJob(upload: Upload, now: () => number): Job {
  const errorsPath = `${upload.path}.errors.csv`;
  const fresh = () => ({ bytes: 0, received: 0, accepted: 0, duplicates: 0, rejected: 0 });
  let { map, defaults } = upload;
  let state: ImportState = 'uploaded';
  let progress = fresh();
  /** Rows answered for: where a stopped job goes on. */
  let doneRows = 0;
  /** Why it waits or failed. */
  let why: Why | undefined;
  let run: Promise<void> | undefined;
  let stopping = new AbortController();

  async function hand(engine: Engine, posts: readonly Mapped[]): Promise<IngestAnswer | undefined> {
    for (;;) {
      const bytes = new TextEncoder().encode(posts.map(({ post }) => JSON.stringify(post)).join('\n'));
      try {
        return await engine.ingest({
          kind: 'bytes',
          bytes: bytes.slice(),
          format: 'ndjson',
          defaults: { source: defaults.source, channel: defaults.channel },
          receivedAt: now(),
        });
      } catch (error) {
        if (!(error instanceof EngineBusy)) throw error;
        if (stopping.signal.aborted) return undefined;
        why = { message: error.message, code: 'import-waits' };
        await pause(error.retryAfterS * 1_000, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }

  /** Saves one batch and counts it; false: stopped before it was saved. */
  async function save(engine: Engine, rows: readonly FileRow[], errors: FileHandle): Promise<boolean> {
    const mapped: Mapped[] = [];
    const rejections: Rejection[] = [];
    for (const one of rows) {
      const read = 'error' in one ? one : rowToPost(one.row, map, defaults);
      if ('error' in read) rejections.push({ index: one.number, ...read.error });
      else mapped.push({ number: one.number, post: read.post });
    }
    const answer = mapped.length > 0 ? await hand(engine, mapped) : { accepted: 0, duplicates: 0, rejected: [] };
    if (!answer) return false;
    why = undefined;
    for (const one of answer.rejected) rejections.push({ ...one, index: mapped[one.index]?.number ?? 0 });
    rejections.sort((a, b) => a.index - b.index);
    await errors.appendFile(rejections.map((one) => errorLine(one.index, one.code, one.message)).join(''));
    progress.received += rows.length;
    progress.accepted += answer.accepted;
    progress.duplicates += answer.duplicates;
    progress.rejected += rejections.length;
    doneRows = rows.at(-1)?.number ?? doneRows;
    return true;
  }

  async function work(engine: Engine): Promise<void> {
    const errors = await open(errorsPath, doneRows === 0 ? 'w' : 'a', 0o600);
    try {
      if (doneRows === 0) await errors.appendFile('row,code,message\n');
      const skip = doneRows;
      let batch: FileRow[] = [];
      let bytes = 0;
      const rows = readRows(upload.path, upload.shape, (read) => {
        bytes += read;
      });
      let broken: UnreadableFile | undefined;
      try {
        for await (const row of rows) {
          if (stopping.signal.aborted) return;
          if (row.number <= skip) continue;
          batch.push(row);
          if (batch.length < batchRows) continue;
          if (!(await save(engine, batch, errors))) return;
          progress.bytes = bytes;
          batch = [];
        }
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        broken = error;
      }
      if (batch.length > 0 && !(await save(engine, batch, errors))) return;
      if (broken) throw broken;
      progress.bytes = upload.bytes;
      state = 'done';
    } finally {
      await errors.close();
    }
  }

  /** The edge of a job: whatever ends it becomes its state. */
  async function runToEnd(engine: Engine): Promise<void> {
    try {
      await work(engine);
      if (state === 'running') state = 'stopped';
    } catch (error) {
      state = 'failed';
      why = whyFailed(error);
    } finally {
      run = undefined;
    }
  }

  async function stop(): Promise<void> {
    stopping.abort();
    await run;
  }

  return {
    errorsPath,
    isRunning: () => run !== undefined,
    shown() {
      const { preview, notes } = previewOf(upload.firstRows, map, defaults, now());
      return {
        id: upload.id,
        name: upload.name,
        format: upload.shape.format,
        bytes: upload.bytes,
        state,
        columns: upload.columns,
        map: map as Record<string, string>,
        defaults,
        notes,
        preview,
        progress: { ...progress },
        ...why,
      };
    },
    choose(chosenMap, chosenDefaults) {
      map = chosenMap;
      defaults = chosenDefaults;
      state = 'uploaded';
      progress = fresh();
      doneRows = 0;
      why = undefined;
    },
    start(engine) {
      stopping = new AbortController();
      state = 'running';
      why = undefined;
      run = runToEnd(engine);
    },
    stop,
    async remove() {
      await stop();
      await Promise.all([rm(upload.path, { force: true }), rm(errorsPath, { force: true })]);
    },
  };
}
