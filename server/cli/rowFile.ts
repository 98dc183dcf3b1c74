import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { channels } from '../../shared/domain.ts';
import { rowFields } from '../../shared/rowFields.ts';
import { type ColumnMap, guessMap, mapFault, type Row, type RowDefaults } from '../sources/columns.ts';
import { type FileRow, type FileShape, readRows, shapeOfFile, UnreadableFile } from '../sources/readRows.ts';
import { parseRowMoment } from '../sources/rowMoment.ts';
import { type CommandIo, UsageFault } from './commandLine.ts';
import { checkFile } from './givenFile.ts';

const sampleRows = 50;

/** A file of rows with the columns that were guessed or chosen for it. */
export type RowFile = {
  path: string;
  bytes: number;
  map: ColumnMap;
  rows(read?: (bytes: number) => void): AsyncGenerator<FileRow>;
  /** Deletes what standard input was kept in. */
  discard(): void;
};

/** The options that `import` and `feed` share, as parseArgs wants them. */
export const rowFileOptions = {
  source: { type: 'string' },
  map: { type: 'string', multiple: true },
  channel: { type: 'string' },
  lang: { type: 'string' },
  country: { type: 'string' },
  at: { type: 'string' },
} as const;

export const rowFileHelp = `  --map FIELD=COLUMN   which column feeds a field, where the guess is wrong (repeat it; FIELD= feeds nothing);
                       fields: ${rowFields.join(' ')}
  --channel C          for rows that name none (default social): ${channels.join(' ')}
  --lang L --country C for rows that name none`;

export type RowFileValues = {
  map?: string[];
  channel?: string;
  lang?: string;
  country?: string;
  at?: string;
};

export function readDefaults(source: string, values: RowFileValues): RowDefaults {
  if (source.length > 80 || /\p{C}/u.test(source))
    throw new UsageFault('a source name has at most 80 printable characters');
  if (values.channel !== undefined && !channels.some((channel) => channel === values.channel))
    throw new UsageFault(`--channel is one of ${channels.join(', ')}, not "${values.channel}"`);
  let at: number | undefined;
  if (values.at !== undefined) {
    at = parseRowMoment(values.at)?.at;
    if (at === undefined) throw new UsageFault(`--at takes a moment such as 2011-03-12T00:00:00Z, not "${values.at}"`);
  }
  const { channel, lang, country } = values;
  return { source, channel, lang, country, at };
}

function chooseMap(guess: ColumnMap, chosen: readonly string[], columns: readonly string[]): ColumnMap {
  const map: Record<string, string> = { ...guess };
  for (const choice of chosen) {
    const cut = choice.indexOf('=');
    if (cut < 1) throw new UsageFault(`--map takes FIELD=COLUMN, not "${choice}"`);
    const field = choice.slice(0, cut);
    const column = choice.slice(cut + 1);
    if (column === '') delete map[field];
    else map[field] = column;
  }
  const fault = mapFault(map, columns);
  if (fault) throw new UsageFault(`${fault} (choose with --map FIELD=COLUMN)`);
  return map;
}

async function keepInput(io: CommandIo): Promise<{ path: string; discard(): void }> {
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-input-'));
  const path = join(dir, 'input');
  await pipeline(io.stdin, createWriteStream(path, { mode: 0o600 }));
  return { path, discard: () => rmSync(dir, { recursive: true, force: true }) };
}

async function sample(path: string, shape: FileShape): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const one of readRows(path, shape, () => undefined)) {
    if ('row' in one) rows.push(one.row);
    if (one.number >= sampleRows) break;
  }
  return rows;
}

/** Opens CSV or NDJSON, gzipped or not; `-` is standard input, kept in a file because it is read twice. */
export async function openRowFile(file: string, values: RowFileValues, io: CommandIo): Promise<RowFile> {
  const { path, discard } = file === '-' ? await keepInput(io) : { path: file, discard: () => undefined };
  try {
    checkFile(path);
    const bytes = statSync(path).size;
    const shape = await shapeOfFile(path);
    const rows = await sample(path, shape);
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const map = chooseMap(guessMap(columns, rows), values.map ?? [], columns);
    return { path, bytes, map, discard, rows: (read = () => undefined) => readRows(path, shape, read) };
  } catch (error) {
    discard();
    if (error instanceof UnreadableFile) throw new UsageFault(error.message);
    throw error;
  }
}
