import { parseArgs } from 'node:util';
import type { Spike } from '../detect/createSpikes.ts';
import { findSpikes } from '../detect/findSpikes.ts';
import { type Counts, NoCounts, readCounts } from '../detect/readCounts.ts';
import { UnreadableFile } from '../sources/readRows.ts';
import { CommandFailed, type CommandIo, UsageFault } from './commandLine.ts';
import { checkFile } from './givenFile.ts';

const help = `launchroom detect FILE: where a series of counts went higher than it usually does

  FILE    timestamp,value as CSV or NDJSON, also gzipped; times without a zone are UTC

Writes a line of JSON for each spike, in the order of time: at (when the counts until then told it), severity (1 to 10), value
and expected (all three of its strongest moment, the latter of the span_s seconds up to it) and until (when it was over).
Whether and when a spike is told rests on earlier counts alone. Nothing is told before three days were seen.
`;

const faultsShown = 5;

async function countsIn(path: string): Promise<Counts> {
  try {
    return await readCounts(path);
  } catch (error) {
    if (error instanceof NoCounts || error instanceof UnreadableFile)
      throw new CommandFailed(`${path}: ${error.message}`);
    throw error;
  }
}

function tellFaults({ unreadable, repeated, disordered }: Counts, io: CommandIo): void {
  for (const { number, message } of unreadable.slice(0, faultsShown)) io.err(`row ${number}: ${message}\n`);
  const rows = (count: number, one: string, several: string) =>
    `${count} ${count === 1 ? `row ${one}` : `rows ${several}`}`;
  if (unreadable.length > 0) io.err(`${rows(unreadable.length, 'was', 'were')} left out\n`);
  if (repeated > 0) io.err(`${rows(repeated, 'repeats a time', 'repeat a time')}: the last holds\n`);
  if (disordered > 0) io.err(`${rows(disordered, 'stood', 'stood')} out of order\n`);
}

const round = (value: number) => Math.round(value * 100) / 100;
const iso = (at: number) => new Date(at).toISOString();

function lineOf({ at, until, severity, value, expected, spanMs }: Spike): string {
  const figures = { severity, value: round(value), expected: round(expected), span_s: spanMs / 1_000 };
  return `${JSON.stringify({ at: iso(at), ...figures, until: iso(until) })}\n`;
}

export async function run(argv: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    io.out(help);
    return 0;
  }
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageFault('detect takes one file');
  checkFile(path);
  const found = await countsIn(path);
  tellFaults(found, io);
  if (found.counts.length < 2)
    throw new CommandFailed(`${path}: a series needs two counts or more, here are ${found.counts.length}`);
  for (const spike of findSpikes(found)) io.out(lineOf(spike));
  return 0;
}
