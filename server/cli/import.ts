import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { workspaceSchema } from '../../shared/domain.ts';
import type { Ledger } from '../../shared/protocol.ts';
import { type RowNote, rowToPost } from '../sources/columns.ts';
import { type FileRow, UnreadableFile } from '../sources/readRows.ts';
import { type CommandIo, UsageFault } from './commandLine.ts';
import { openHttpDoor } from './door.ts';
import { openLocalDoor } from './localDoor.ts';
import { openRowFile, type RowFile, readDefaults, rowFileHelp, rowFileOptions } from './rowFile.ts';

const help = `launchroom import FILE|- [--source NAME]: reads CSV or NDJSON (gzipped or not) into the store

  --source NAME        the name that its posts go by (default import:FILE)
${rowFileHelp}
  --at MOMENT          for rows without a time, such as 2011-03-12T00:00:00Z; without it they are rejected
  --workspace FILE     set these brands and themes first: posts are sorted as they come in
  --errors FILE        write every rejected row's number, code and message there (CSV)
  --data DIR           the data folder (default ./data, or DATA_DIR); no server may use it
  --url URL --token T  go through a running server instead

Prints the ledger as one line of JSON. Stopped or killed, run it again: it goes on where it was, and what was saved is
known by its id and counts once.
`;

const batchRows = 1_000;
const noteWords: Record<RowNote, string> = {
  'naive-time': 'rows whose time names no zone were taken for UTC',
  'made-id': 'rows without an id were given one made of their content',
  'given-time': 'rows without a time were given that of --at',
};

type Progress = Ledger & { row: number };
const nothing: Progress = { row: 0, received: 0, accepted: 0, duplicates: 0, rejected: 0 };

/** The same file read the same way goes on; any other starts anew. */
function fingerprint(file: RowFile, source: string, defaults: object): string {
  const { mtimeMs } = statSync(file.path);
  const parts = [resolve(file.path), file.bytes, mtimeMs, source, file.map, defaults];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}

function readWorkspace(path: string) {
  const read = workspaceSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!read.success)
    throw new UsageFault(
      `${path}:\n${read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`).join('\n')}`,
    );
  return read.data;
}

function createBar(io: CommandIo, total: number) {
  let shownAt = 0;
  return {
    show(bytes: number, progress: Progress, last = false) {
      const at = Date.now();
      if (!last && at - shownAt < 500) return;
      shownAt = at;
      const share = total > 0 ? Math.min(100, Math.floor((bytes / total) * 100)) : 100;
      const filled = Math.round(share / 4);
      io.err(
        `\r[${'#'.repeat(filled)}${'.'.repeat(25 - filled)}] ${share} %  ${progress.received} rows: ${progress.accepted} new, ${progress.duplicates} known, ${progress.rejected} rejected${last ? '\n' : ''}`,
      );
    },
  };
}

export async function run(argv: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      ...rowFileOptions,
      workspace: { type: 'string' },
      errors: { type: 'string' },
      data: { type: 'string' },
      url: { type: 'string' },
      token: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    io.out(help);
    return 0;
  }
  const [name] = positionals;
  if (name === undefined || positionals.length > 1)
    throw new UsageFault('import takes one file, or - for standard input');
  const source = values.source ?? `import:${name === '-' ? 'standard input' : basename(name)}`.slice(0, 80);
  const defaults = readDefaults(source, values);
  if (values.url !== undefined && values.workspace !== undefined)
    throw new UsageFault('--workspace works on a data folder only; a running server has its Settings');

  const file = await openRowFile(name, values, io);
  io.err(
    `columns: ${Object.entries(file.map)
      .map(([field, column]) => `${field}=${column}`)
      .join(' ')}\n`,
  );
  const local =
    values.url === undefined
      ? await openLocalDoor(resolve(values.data ?? io.env.DATA_DIR ?? './data'), io.err)
      : undefined;
  const door = local ?? openHttpDoor(values.url!, values.token ?? io.env.LAUNCHROOM_INGEST_TOKEN, io.err);
  let workspace = local?.workspace;
  if (local && values.workspace !== undefined) {
    workspace = readWorkspace(values.workspace);
    await local.engine.saveWorkspace(workspace);
  }
  if (workspace && workspace.brands.length === 0)
    io.err('no brands are set yet: every post will be set aside as "no-brand" (set them first, or give --workspace)\n');

  const cursorKey = `import.${fingerprint(file, source, defaults)}`;
  const before = local && name !== '-' ? await local.engine.setting(cursorKey) : undefined;
  const progress: Progress = before ? JSON.parse(before) : { ...nothing };
  if (progress.row > 0) io.err(`going on after row ${progress.row}\n`);

  const errors = values.errors === undefined ? undefined : openSync(values.errors, progress.row > 0 ? 'a' : 'w', 0o600);
  if (errors !== undefined && progress.row === 0) writeSync(errors, 'row,code,message\n');
  const codes = new Map<string, number>();
  const notes = new Set<RowNote>();
  const bar = createBar(io, file.bytes);
  let bytes = 0;
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  function reject(row: number, code: string, message: string): void {
    progress.rejected += 1;
    codes.set(code, (codes.get(code) ?? 0) + 1);
    // No cell may start what a spreadsheet would run.
    if (errors !== undefined) writeSync(errors, stringify([[row, code, message]], { escape_formulas: true }));
  }

  async function save(rows: readonly FileRow[]): Promise<void> {
    const posts: Record<string, unknown>[] = [];
    const numbers: number[] = [];
    for (const one of rows) {
      const read = 'error' in one ? one : rowToPost(one.row, file.map, defaults);
      if ('error' in read) reject(one.number, read.error.code, read.error.message);
      else {
        posts.push(read.post);
        numbers.push(one.number);
        for (const note of read.notes) notes.add(note);
      }
    }
    const answer =
      posts.length > 0 ? await door.deliver(posts, source) : { received: 0, accepted: 0, duplicates: 0, rejected: [] };
    for (const one of answer.rejected) reject(numbers[one.index] ?? 0, one.code, one.message);
    progress.received += rows.length;
    progress.accepted += answer.accepted;
    progress.duplicates += answer.duplicates;
    progress.row = rows.at(-1)?.number ?? progress.row;
    await local?.engine.setSetting(cursorKey, JSON.stringify(progress));
    bar.show(bytes, progress);
  }

  let code = 0;
  try {
    const skip = progress.row;
    let batch: FileRow[] = [];
    for await (const row of file.rows((read) => {
      bytes += read;
    })) {
      if (stopped) break;
      if (row.number <= skip) continue;
      batch.push(row);
      if (batch.length < batchRows) continue;
      await save(batch);
      batch = [];
    }
    if (!stopped && batch.length > 0) await save(batch);
    // A finished import starts from the first row when it is asked for again: everything is known then.
    if (!stopped) await local?.engine.setSetting(cursorKey, '');
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    io.err(`\n${error.message}; the rows before it are saved\n`);
    code = 1;
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    bar.show(stopped ? bytes : file.bytes, progress, true);
    if (errors !== undefined) closeSync(errors);
    await door.close();
    file.discard();
  }
  for (const note of notes) io.err(`${noteWords[note]}\n`);
  for (const [reason, rows] of [...codes].sort((a, b) => b[1] - a[1])) io.err(`rejected ${reason}: ${rows}\n`);
  if (stopped) io.err('stopped; run it again to go on\n');
  const { row: _, ...ledger } = progress;
  io.out(`${JSON.stringify({ source, ...ledger })}\n`);
  return stopped ? 130 : code;
}
