import { Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import { moment } from '../../shared/moment.ts';
import type { Rejection } from '../../shared/protocol.ts';
import { signalName } from '../../shared/signals.ts';
import { decimalOf } from '../sources/decimalOf.ts';
import { csvRows, guessDelimiter, readLine, UnreadableFile } from '../sources/readRows.ts';
import type { SignalValue } from '../store/store.ts';

export const signalFormats = {
  'application/json': 'json',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
  'text/csv': 'csv',
} as const;
export type SignalFormat = (typeof signalFormats)[keyof typeof signalFormats];

/** What values get that say nothing of their own. */
export type SignalDefaults = { name?: string; brand?: string };
/** `indexes[i]` is the place of `values[i]` in what was sent. */
export type SignalsRead = { received: number; values: SignalValue[]; indexes: number[]; rejected: Rejection[] };

/** The body as a whole cannot be read: nothing of it counts. */
export class UnreadableSignals extends Error {
  override name = 'UnreadableSignals';
  readonly code: 'not-json' | 'not-utf8' | 'unreadable-file' | 'too-many-values';
  constructor(code: UnreadableSignals['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const mostValues = 100_000;
/** After so long other requests and the live figures have their turn. */
const turnMs = 5;
const columns = {
  name: ['name', 'signal'],
  at: ['at', 'timestamp', 'time', 'date'],
  value: ['value', 'count'],
  brand: ['brand'],
} as const;

type Row = Partial<Record<keyof typeof columns, unknown>>;
type Read = SignalValue | { code: string; message: string };

/** Reads a body of outside values; a bad value is rejected alone, by its place from 0. Throws UnreadableSignals. */
export async function readSignals(
  bytes: Uint8Array,
  format: SignalFormat,
  defaults: SignalDefaults,
  brands: ReadonlySet<string>,
): Promise<SignalsRead> {
  const read: SignalsRead = { received: 0, values: [], indexes: [], rejected: [] };
  let turnEnds = performance.now() + turnMs;
  for await (const row of rowsOf(textOf(bytes), format)) {
    const index = read.received;
    if (index === mostValues)
      throw new UnreadableSignals(
        'too-many-values',
        `one body holds at most ${mostValues} values; send less at a time`,
      );
    read.received += 1;
    const one = 'code' in row ? row : readValue(row, defaults, brands);
    if ('code' in one) read.rejected.push({ index, code: one.code, message: one.message });
    else {
      read.values.push(one);
      read.indexes.push(index);
    }
    if (performance.now() > turnEnds) {
      await breathe();
      turnEnds = performance.now() + turnMs;
    }
  }
  return read;
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableSignals('not-utf8', 'the body is no UTF-8');
  }
}

type Fault = { code: string; message: string };

async function* rowsOf(text: string, format: SignalFormat): AsyncGenerator<Row | Fault> {
  if (format === 'csv') yield* rowsOfCsv(text);
  else if (format === 'json') {
    let document: unknown;
    try {
      document = JSON.parse(text);
    } catch {
      throw new UnreadableSignals('not-json', 'the body is no JSON document');
    }
    for (const one of Array.isArray(document) ? document : [document]) yield asRow(one);
  } else
    for (const line of text.split('\n')) {
      if (line.trim() === '') continue;
      const read = readLine(0, line);
      yield 'error' in read ? read.error : asRow(read.row);
    }
}

/** Only what we read is taken along: a member called `code` must not look like a fault. */
function asRow(value: unknown): Row | Fault {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { code: 'not-an-object', message: 'a value is an object with name, at and value' };
  const own = (key: string) => (Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined);
  return { name: own('name'), at: own('at'), value: own('value'), brand: own('brand') };
}

async function* rowsOfCsv(text: string): AsyncGenerator<Row | Fault> {
  const header = text.replace(/^\uFEFF/, '').split('\n', 1)[0] ?? '';
  const delimiter = guessDelimiter(header);
  let places: Partial<Record<keyof typeof columns, string>> | undefined;
  try {
    for await (const one of csvRows(Readable.from(piecesOf(text)), delimiter)) {
      if ('error' in one) {
        yield one.error;
        continue;
      }
      places ??= placesIn(Object.keys(one.row));
      const cell = (field: keyof typeof columns) => {
        const column = places?.[field];
        const said = column === undefined ? undefined : one.row[column];
        return typeof said === 'string' && said.trim() === '' ? undefined : said;
      };
      const [at, value] = [cell('at'), cell('value')];
      yield {
        name: cell('name'),
        brand: cell('brand'),
        at: typeof at === 'string' && /^\d+$/.test(at.trim()) ? Number(at) : typeof at === 'string' ? at.trim() : at,
        value: typeof value === 'string' ? (decimalOf(value, delimiter) ?? value) : value,
      };
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UnreadableSignals('unreadable-file', error.message);
    throw error;
  }
}

const pieceLength = 64 * 1024;
function* piecesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; from += pieceLength) yield text.slice(from, from + pieceLength);
}

function placesIn(header: readonly string[]): Partial<Record<keyof typeof columns, string>> {
  const places: Partial<Record<keyof typeof columns, string>> = {};
  for (const field of Object.keys(columns) as (keyof typeof columns)[])
    places[field] = columns[field].flatMap((name) => header.find((one) => one.trim().toLowerCase() === name) ?? [])[0];
  if (places.at === undefined || places.value === undefined)
    throw new UnreadableSignals(
      'unreadable-file',
      `the first line names the columns timestamp and value (name and brand besides, if need be); it is ${header.join(', ').slice(0, 200)}`,
    );
  return places;
}

const mostValue = 1e15;

function readValue(row: Row, defaults: SignalDefaults, brands: ReadonlySet<string>): Read {
  const name = signalName.safeParse(row.name ?? defaults.name);
  if (!name.success)
    return (row.name ?? defaults.name) === undefined
      ? { code: 'name-missing', message: 'the value says no name, and none is given for such values' }
      : { code: 'name-unreadable', message: 'a name has 1 to 120 characters that can be seen' };
  if (row.at === undefined || row.at === null) return { code: 'at-missing', message: 'the value says no moment' };
  const at = moment.safeParse(row.at);
  if (!at.success)
    return {
      code: 'at-unreadable',
      message: 'at is epoch milliseconds or ISO 8601 with an offset, such as 2026-03-02T09:00:00Z',
    };
  if (row.value === undefined || row.value === null) return { code: 'value-missing', message: 'there is no value' };
  // Beyond that sums and squares of them lose what they count, or overflow.
  if (typeof row.value !== 'number' || !(Math.abs(row.value) <= mostValue))
    return { code: 'value-unreadable', message: 'value is a number, of at most 10^15 either way' };
  const brand = row.brand ?? defaults.brand ?? '';
  if (typeof brand !== 'string' || (brand !== '' && !brands.has(brand)))
    return { code: 'no-brand', message: `no brand "${String(brand).slice(0, 80)}" is watched` };
  return { name: name.data, brand, at: at.data, value: row.value };
}
