import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import type { FaultValues } from '../../shared/fault.ts';
import type { Row } from './columns.ts';

export type RowFormat = 'csv' | 'ndjson';
/** `number` counts the file's rows from 1, its header and blank lines aside. */
export type FileRow = { number: number; row: Row } | { number: number; error: { code: string; message: string } };
export type FileShape = { format: RowFormat; gzipped: boolean; delimiter: string; encoding: 'utf-8' | 'windows-1252' };

/** The file as a whole cannot be read on: what was read before stands. `code` and `values`: for screens in other languages. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
  readonly code: string;
  readonly values: FaultValues | undefined;
  constructor(message: string, { code = 'unreadable-file', values, ...options }: UnreadableOptions = {}) {
    super(message, options);
    this.code = code;
    this.values = values;
  }
}
type UnreadableOptions = ErrorOptions & { code?: string; values?: FaultValues };

/** A row is a post with some columns around it; what is longer is a quote that was never closed. */
const longestRow = 1_000_000;
/** A small file can inflate to anything. */
const mostInflated = 8 * 1024 ** 3;
const headBytes = 64 * 1024;
const delimiters = [',', ';', '\t', '|'] as const;

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function firstBytes(source: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= headBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, headBytes);
}

/** The delimiter that the header holds most of. */
export function guessDelimiter(header: string): string {
  let best: string = ',';
  let most = 0;
  for (const delimiter of delimiters) {
    const found = header.split(delimiter).length - 1;
    if (found > most) {
      best = delimiter;
      most = found;
    }
  }
  return best;
}

/** Spreadsheets on Windows still write their own encoding; UTF-8 is recognised by its form. */
function encodingOf(head: Buffer): FileShape['encoding'] {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** Looks at the first bytes, never at the name: CSV with a header, or one JSON object a line; either gzipped. */
export async function shapeOfFile(path: string): Promise<FileShape> {
  const raw = await readHead(path);
  const gzipped = raw[0] === 0x1f && raw[1] === 0x8b;
  let head = raw;
  if (gzipped) {
    const inflated = createReadStream(path).pipe(createGunzip());
    try {
      head = await firstBytes(inflated);
    } catch (error) {
      throw new UnreadableFile(`the file is no whole gzip: ${(error as Error).message}`);
    }
  }
  if (head.includes(0)) throw new UnreadableFile('the file is neither CSV nor NDJSON: it holds NUL bytes');
  const text = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (text === '') throw new UnreadableFile('the file is empty');
  if (text.startsWith('[')) throw new UnreadableFile('the file is a JSON array; write one object a line (NDJSON)');
  return {
    format: text.startsWith('{') ? 'ndjson' : 'csv',
    gzipped,
    delimiter: guessDelimiter(text.split('\n', 1)[0] ?? ''),
    encoding: encodingOf(head),
  };
}

function decoder(encoding: FileShape['encoding']): Transform {
  const decode = new TextDecoder(encoding);
  return new Transform({
    decodeStrings: false,
    readableObjectMode: false,
    encoding: 'utf8',
    transform(chunk: Buffer, _encoding, done) {
      done(null, decode.decode(chunk, { stream: true }));
    },
    flush(done) {
      done(null, decode.decode());
    },
  });
}

/** Names every column: blank ones by their place, repeated ones by a number behind. */
export function nameColumns(header: readonly string[]): string[] {
  const used = new Set<string>();
  return header.map((cell, index) => {
    const wanted = cell.trim() || `column ${index + 1}`;
    let name = wanted;
    for (let again = 2; used.has(name); again++) name = `${wanted} (${again})`;
    used.add(name);
    return name;
  });
}

/** Rows of CSV with a header. Throws UnreadableFile where nothing more can be read. */
export async function* csvRows(text: Readable, delimiter: string): AsyncGenerator<FileRow> {
  const parser = parse({
    delimiter,
    bom: true,
    columns: nameColumns,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
  });
  text.once('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let number = 0;
  try {
    for await (const row of parser as AsyncIterable<Row>) {
      number += 1;
      yield { number, row };
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new UnreadableFile(`after row ${number}: ${error.message}`, {
        cause: error,
        code: 'csv-breaks-off',
        values: { row: number },
      });
    throw error;
  }
}

export function readLine(number: number, line: string): FileRow {
  try {
    const row: unknown = JSON.parse(line);
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) return { number, row: row as Row };
    return { number, error: { code: 'not-an-object', message: 'the line is no JSON object' } };
  } catch {
    return { number, error: { code: 'not-json', message: 'the line is not JSON' } };
  }
}

/** Cuts lines itself: a line without end must not fill the memory before somebody looks at it. */
async function* ndjsonRows(text: Readable): AsyncGenerator<FileRow> {
  let number = 0;
  let rest = '';
  let tooLong = false;
  const next = (line: string): FileRow | undefined => {
    const wasTooLong = tooLong;
    tooLong = false;
    if (!wasTooLong && line.trim() === '') return undefined;
    number += 1;
    if (!wasTooLong) return readLine(number, line);
    return { number, error: { code: 'line-too-long', message: `a line has at most ${longestRow} characters` } };
  };
  for await (const chunk of text as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const row = next(line);
      if (row) yield row;
    }
    if (rest.length > longestRow) {
      tooLong = true;
      rest = '';
    }
  }
  const row = next(rest);
  if (row) yield row;
}

/**
 * All rows of a file, in order; `read` hears how many bytes of the file (as it lies there) were taken. Throws
 * UnreadableFile where nothing more can be read.
 */
export async function* readRows(
  path: string,
  shape: FileShape,
  read: (bytes: number) => void,
): AsyncGenerator<FileRow> {
  const file = createReadStream(path, { highWaterMark: headBytes });
  file.on('data', (chunk) => read(chunk.length));
  const text = decoder(shape.encoding);
  let inflated = 0;
  const onError = (error: Error) => text.destroy(error);
  file.once('error', onError);
  if (shape.gzipped) {
    const gunzip = createGunzip();
    gunzip.once('error', (error) =>
      text.destroy(new UnreadableFile(`the gzip breaks off: ${error.message}`, { code: 'gzip-breaks-off' })),
    );
    gunzip.on('data', (chunk: Buffer) => {
      inflated += chunk.length;
      if (inflated > mostInflated) gunzip.destroy(new Error(`more than ${mostInflated} bytes come out of it`));
    });
    file.pipe(gunzip).pipe(text);
  } else file.pipe(text);
  try {
    yield* shape.format === 'csv' ? csvRows(text, shape.delimiter) : ndjsonRows(text);
  } finally {
    file.destroy();
  }
}
