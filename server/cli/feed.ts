import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Ledger } from '../../shared/protocol.ts';
import { rowToPost } from '../sources/columns.ts';
import { parseRowMoment } from '../sources/rowMoment.ts';
import { type CommandIo, UsageFault } from './commandLine.ts';
import { openHttpDoor } from './door.ts';
import { parseDuration, playTimes } from './feedClock.ts';
import { openRowFile, readDefaults, rowFileHelp, rowFileOptions } from './rowFile.ts';

const help = `launchroom feed FILE --speed N | --rate N: plays a file to a running server as if it happened now

  --speed N            N times as fast as it happened: its first row now, an hour of it in 3600/N seconds
  --rate N             N rows a second, for files without times (or in spite of them)
  --from M --to M      only rows from this moment on, and before that one
  --max-gap D          cut longer silences of the file down to this (30m, 6h, 2d)
  --source NAME        posts go by feed:NAME:RUN (default: the file's name), so that it can be played again
  --run RUN            name of this run (default: made of the clock)
${rowFileHelp}
  --url URL            the server (default http://127.0.0.1:4000)
  --token T            for a server that asks for one (or LAUNCHROOM_INGEST_TOKEN)

First prints {"source","startAt","firstAt","speed"} as a line of JSON: a moment t of the file is played at
startAt + (t - firstAt) / speed. At the end prints the ledger.
`;

const batchPosts = 500;
const tickMs = 50;

type Played = { at: number; post: Record<string, unknown> };

function positive(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new UsageFault(`--${name} takes a number above 0, not "${text}"`);
  return value;
}

function momentOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const moment = parseRowMoment(text);
  if (!moment) throw new UsageFault(`--${name} takes a moment such as 2013-10-01T00:00:00Z, not "${text}"`);
  return moment.at;
}

export async function run(argv: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      ...rowFileOptions,
      speed: { type: 'string' },
      rate: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      'max-gap': { type: 'string' },
      run: { type: 'string' },
      url: { type: 'string', default: 'http://127.0.0.1:4000' },
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
    throw new UsageFault('feed takes one file, or - for standard input');
  const speed = positive('speed', values.speed);
  const rate = positive('rate', values.rate);
  if ((speed === undefined) === (rate === undefined)) throw new UsageFault('give either --speed or --rate');
  const from = momentOf('from', values.from) ?? Number.NEGATIVE_INFINITY;
  const to = momentOf('to', values.to) ?? Number.POSITIVE_INFINITY;
  const maxGapMs = values['max-gap'] === undefined ? undefined : parseDuration(values['max-gap']);
  if (values['max-gap'] !== undefined && maxGapMs === undefined)
    throw new UsageFault(`--max-gap takes a duration such as 30m, not "${values['max-gap']}"`);
  const runName = values.run ?? Date.now().toString(36);
  const named = values.source ?? (name === '-' ? 'input' : basename(name).replace(/\.gz$/, ''));
  const source = `feed:${named.slice(0, 75 - runName.length)}:${runName}`;
  // With --rate no row needs a time of its own.
  const defaults = { ...readDefaults(source, values), ...(rate === undefined ? {} : { at: 0 }) };

  const file = await openRowFile(name, values, io);
  const ledger: Ledger = { received: 0, accepted: 0, duplicates: 0, rejected: 0 };
  const rows: Played[] = [];
  try {
    for await (const one of file.rows()) {
      const read = 'error' in one ? one : rowToPost(one.row, file.map, defaults);
      if ('error' in read) {
        ledger.received += 1;
        ledger.rejected += 1;
        continue;
      }
      const at = Number(read.post.at);
      if (rate !== undefined || (at >= from && at < to)) rows.push({ at, post: read.post });
    }
  } finally {
    file.discard();
  }
  if (speed !== undefined) rows.sort((a, b) => a.at - b.at);

  const door = openHttpDoor(values.url, values.token ?? io.env.LAUNCHROOM_INGEST_TOKEN, io.err);
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const startAt = Date.now();
  const firstAt = rows[0]?.at ?? 0;
  const times =
    speed === undefined
      ? rows.map((_, index) => startAt + Math.floor((index / rate!) * 1_000))
      : playTimes(
          rows.map((row) => row.at),
          startAt,
          speed,
          maxGapMs,
        );
  io.out(`${JSON.stringify({ source, startAt, firstAt, ...(speed === undefined ? { rate } : { speed }) })}\n`);

  let saidAt = startAt;
  let next = 0;
  while (next < rows.length && !stopped) {
    const now = Date.now();
    const posts: Record<string, unknown>[] = [];
    for (; next < rows.length && times[next]! <= now && posts.length < batchPosts; next++)
      posts.push({ ...rows[next]!.post, source, at: times[next]! });
    if (posts.length > 0) {
      const answer = await door.deliver(posts, source);
      ledger.received += answer.received;
      ledger.accepted += answer.accepted;
      ledger.duplicates += answer.duplicates;
      ledger.rejected += answer.rejected.length;
    }
    if (now - saidAt > 5_000) {
      saidAt = now;
      io.err(`${next} of ${rows.length} rows played\n`);
    }
    const waitMs = Math.min(1_000, (times[next] ?? 0) - Date.now());
    if (waitMs > 0) await pause(Math.max(tickMs, waitMs));
  }
  process.off('SIGINT', stop);
  process.off('SIGTERM', stop);
  await door.close();
  io.out(`${JSON.stringify({ source, ...ledger })}\n`);
  return stopped ? 130 : 0;
}
