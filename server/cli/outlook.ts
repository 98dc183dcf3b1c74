import { parseArgs } from 'node:util';
import type { OutlookRecord } from '../../shared/outlook.ts';
import { outlook } from '../outlook/outlook.ts';
import { NoTable, type OutlookTable, readTable } from '../outlook/readTable.ts';
import { type OutcomeKind, outcomeKinds } from '../outlook/table.ts';
import { UnreadableFile } from '../sources/readRows.ts';
import { CommandFailed, type CommandIo, UsageFault } from './commandLine.ts';
import { checkFile } from './givenFile.ts';

const help = `launchroom outlook FILE: what past launches say about the outcome of those to come

  FILE      CSV with a header, also gzipped: name, outcome, and any number of numeric columns (media spend, price, distribution);
            columns of words are ignored. Rows without an outcome are foretold from all others
  --as KIND what outcomes are: ${outcomeKinds.join(', ')}. auto (default): percent where they carry the sign, shares where
            all lie in 0..1, else numbers

Writes a line of JSON for each row that is foretold: name, median, low80, high80, low50, high50 (between these the outcome lies with
80 and 50 per cent), because (what moved it: column, effect on the median, weight) and beyond (columns outside of all past launches).
Or one line {refused, because}: with fewer than 6 past launches, or where these, left out one by one, are foretold no better than by
their mean. The last line is the record of that: {record}. docs/OUTLOOK.md says how, and what it cannot say.
`;

const faultsShown = 5;

async function tableIn(path: string): Promise<OutlookTable> {
  try {
    return await readTable(path);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new CommandFailed(`${path}: ${error.message}`);
    if (!(error instanceof NoTable)) throw error;
    const shown = error.faults.slice(0, faultsShown).map((fault) => `${path}: ${fault}`);
    const more = error.faults.length - shown.length;
    throw new CommandFailed([...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'));
  }
}

function askedKind(said: string | undefined): OutcomeKind | undefined {
  if (said === undefined) return undefined;
  const kind = outcomeKinds.find((one) => one === said);
  if (!kind) throw new UsageFault(`--as takes one of ${outcomeKinds.join(', ')}, not "${said}"`);
  return kind;
}

/** Nobody knows an outcome to seven digits. */
const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value);
const lineOf = (value: object) => `${JSON.stringify(value, rounded)}\n`;

export async function run(argv: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { as: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    io.out(help);
    return 0;
  }
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageFault('outlook takes one file');
  const kind = askedKind(values.as);
  checkFile(path);
  const table = await tableIn(path);
  if (table.ignored.length > 0) io.err(`ignored, since they hold no numbers: ${table.ignored.join(', ')}\n`);
  const { answers, record, refusal } = outlook(table.rows, table.columns, kind ?? table.kind);
  const isAnswered = answers.some(({ answer }) => !('refused' in answer));
  if (isAnswered) for (const { name, answer } of answers) io.out(lineOf({ name, ...answer }));
  else if (refusal) io.out(lineOf(refusal));
  if (record) io.out(lineOf({ record } satisfies { record: OutlookRecord }));
  return 0;
}
