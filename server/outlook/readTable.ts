import { readFile, stat } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { largestNumber } from '../../shared/outlook.ts';
import { nameColumns, shapeOfFile, UnreadableFile } from '../sources/readRows.ts';
import { type Decimals, decimalsOf, isPercent, isUnknown, readNumber } from './readNumber.ts';
import type { OutcomeKind, OutlookRow } from './table.ts';

/** `ignored`: columns of words. `kind` is `percent` where outcomes are written with the sign. */
export type OutlookTable = { rows: OutlookRow[]; columns: string[]; ignored: string[]; kind: OutcomeKind };

/** A file that is no table of launches. `faults` name line and column. */
export class NoTable extends Error {
  override name = 'NoTable';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/** Nobody has launched that often. */
const mostBytes = 10 * 1024 * 1024;

type Line = { line: number; cells: string[] };

async function readLines(path: string): Promise<Line[]> {
  const shape = await shapeOfFile(path);
  if (shape.format === 'ndjson') throw new NoTable(['the file is NDJSON; an outlook reads CSV with a header']);
  const tooMuch = () => new NoTable([`a table of launches has at most ${mostBytes / 1024 / 1024} MB`]);
  if ((await stat(path)).size > mostBytes) throw tooMuch();
  const raw = await readFile(path);
  let text: string;
  try {
    const bytes = shape.gzipped ? gunzipSync(raw, { maxOutputLength: mostBytes }) : raw;
    text = new TextDecoder(shape.encoding).decode(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooMuch();
    throw new UnreadableFile(`the file is no whole gzip: ${(error as Error).message}`, { cause: error });
  }
  try {
    const records = parse(text, {
      ...{ delimiter: shape.delimiter, bom: true, relax_quotes: true, relax_column_count: true },
      ...{ skip_empty_lines: true, info: true },
    }) as unknown as { record: string[]; info: { lines: number } }[];
    // The reader counts the lines up to a record's end.
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFile(error.message, { cause: error });
    throw error;
  }
}

/** The decimal sign of all cells that tell; null where none does. */
function decimalsOfAll(cells: readonly string[]): Decimals | 'both' {
  const told = new Set(cells.map(decimalsOf).filter((one) => one !== null));
  return told.size === 2 ? 'both' : ([...told][0] ?? null);
}

type Read = { numbers: (number | undefined)[]; faults: string[]; isWords: boolean };

function readColumn(column: string, lines: readonly { line: number; cell: string }[], file: Decimals): Read {
  const known = lines.map(({ cell }) => cell).filter((cell) => !isUnknown(cell));
  const own = decimalsOfAll(known);
  const decimals = own === 'both' ? null : (own ?? file);
  const faults: string[] = [];
  let readable = 0;
  const numbers = lines.map(({ line, cell }) => {
    if (isUnknown(cell)) return undefined;
    const number = readNumber(cell, decimals);
    const isNumber = number === 'ambiguous' || !Number.isNaN(number);
    if (isNumber) readable += 1;
    if (typeof number === 'number' && Math.abs(number) <= largestNumber) return number;
    const why =
      number === 'ambiguous'
        ? 'may be of thousands or of decimals; write it without the comma'
        : isNumber
          ? `is larger than can be reckoned with (${largestNumber})`
          : 'is no number';
    faults.push(`line ${line}, column "${column}": ${JSON.stringify(cell.trim().slice(0, 40))} ${why}`);
    return undefined;
  });
  if (own === 'both') faults.unshift(`column "${column}" writes decimals with a point and with a comma`);
  return { numbers, faults, isWords: readable < known.length / 2 || known.length === 0 };
}

/**
 * Reads `name`, `outcome` and numeric columns from CSV, also gzipped. A column whose cells are mostly no numbers is one of words and
 * ignored; in any other a cell that is none is a fault. Throws NoTable, UnreadableFile.
 */
export async function readTable(path: string): Promise<OutlookTable> {
  const [head, ...lines] = await readLines(path);
  const header = nameColumns(head?.cells ?? []);
  const placeOf = (name: string) => header.findIndex((column) => column.toLowerCase() === name);
  const [name, outcome] = [placeOf('name'), placeOf('outcome')];
  if (name < 0 || outcome < 0)
    throw new NoTable([`the file needs the columns name and outcome; it has ${header.join(', ')}`]);
  const faults: string[] = [];
  for (const { line, cells } of lines) {
    if (cells.length !== header.length)
      faults.push(`line ${line} has ${cells.length} cells, the header ${header.length}`);
    else if (cells[name]!.trim() === '') faults.push(`line ${line}, column "name": it is empty`);
  }
  if (faults.length > 0) throw new NoTable(faults);
  const cellsOf = (place: number) => lines.map(({ line, cells }) => ({ line, cell: cells[place]! }));
  const said = decimalsOfAll(lines.flatMap(({ cells }) => cells.filter((_, place) => place !== name)));
  const file = said === 'both' ? null : said;
  const outcomes = readColumn(header[outcome]!, cellsOf(outcome), file);
  faults.push(...outcomes.faults);
  const values = new Map<string, Read['numbers']>();
  const ignored: string[] = [];
  for (const [place, column] of header.entries()) {
    if (place === name || place === outcome) continue;
    const read = readColumn(column, cellsOf(place), file);
    if (read.isWords) ignored.push(column);
    else {
      faults.push(...read.faults);
      values.set(column, read.numbers);
    }
  }
  if (faults.length > 0) throw new NoTable(faults);
  const rows = lines.map(({ cells }, index) => {
    const known = [...values].flatMap(([column, numbers]) => {
      const number = numbers[index];
      return number === undefined ? [] : [[column, number] as const];
    });
    return { name: cells[name]!.trim(), outcome: outcomes.numbers[index] ?? null, columns: Object.fromEntries(known) };
  });
  const kind = lines.some(({ cells }) => isPercent(cells[outcome]!)) ? 'percent' : 'auto';
  return { rows, columns: [...values.keys()], ignored, kind };
}
