import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { CommandFailed, UsageFault } from '../../../server/cli/commandLine.ts';
import { run } from '../../../server/cli/outlook.ts';
import { createRandom } from '../../../server/random.ts';
import { makeTable } from '../outlook/makeTable.ts';

const folder = mkdtempSync(join(tmpdir(), 'outlook-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

async function ask(path: string, ...options: string[]) {
  let out = '';
  let err = '';
  const io = {
    stdin: Readable.from([]),
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    env: {},
  };
  expect(await run([path, ...options], io)).toBe(0);
  const lines = out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { out, err, lines };
}

const shape = { past: 24, ahead: 2, columns: 3, signals: 2, explained: 0.85, outcome: 'log' } as const;
const { rows, columns } = makeTable(createRandom(8), shape);
const csv = (write: (value: number) => string, separator: string, outcomes = rows.map(({ outcome }) => outcome)) =>
  [
    ['Name', 'Outcome', ...columns, 'agency'].join(separator),
    ...rows.map(({ name, columns: values }, index) => {
      const outcome = outcomes[index];
      const cells = columns.map((column) => write(values[column]!));
      return [name, outcome === null || outcome === undefined ? '' : write(outcome), ...cells, 'Ann & Co'].join(
        separator,
      );
    }),
  ].join('\n');
const plain = csv(String, ',');

describe('launchroom outlook', () => {
  it('writes a line for each row without an outcome, then its record, the same from gzip', async () => {
    const { lines, err, out } = await ask(write('launches.csv', plain));
    expect(err).toBe('ignored, since they hold no numbers: agency\n');
    expect(lines).toHaveLength(3);
    expect(Object.keys(lines[0]).slice(0, 6)).toEqual(['name', 'median', 'low80', 'high80', 'low50', 'high50']);
    expect(lines.slice(0, 2).map(({ name }) => name)).toEqual(['launch 24', 'launch 25']);
    expect(lines[2]).toEqual({ record: expect.objectContaining({ launches: 24, coverage80: expect.any(Number) }) });
    expect((await ask(write('launches.csv.gz', gzipSync(plain)))).out).toBe(out);
  });

  it('reads decimal commas and thousands as the file writes them', async () => {
    const { lines } = await ask(
      write(
        'plain.csv',
        csv((value) => value.toFixed(2), ','),
      ),
    );
    const french = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const { out } = await ask(
      write(
        'french.csv',
        csv((value) => french.format(value), ';'),
      ),
    );
    expect(
      out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    ).toEqual(lines);
  });

  it('refuses shuffled outcomes in one line, and says the record after it', async () => {
    const outcomes = rows.map(({ outcome }) => outcome);
    const turned = [...outcomes.slice(7, 24), ...outcomes.slice(0, 7), null, null];
    const { lines } = await ask(write('shuffled.csv', csv(String, ',', turned)));
    expect(lines).toEqual([
      { refused: 'no-better-than-mean', because: expect.any(String) },
      { record: expect.objectContaining({ launches: 24 }) },
    ]);
  });

  it('refuses fewer than six past launches', async () => {
    const few = plain.split('\n').filter((_, index) => index < 6 || index > 24);
    const { lines } = await ask(write('few.csv', few.join('\n')));
    expect(lines[0]).toMatchObject({ refused: 'too-few-launches' });
    expect(lines[1]).toHaveProperty('record');
    expect((await ask(write('head.csv', 'name,outcome,spend\n'))).lines).toEqual([
      expect.objectContaining({ refused: 'too-few-launches' }),
    ]);
  });

  it('says its record where no row asks for more', async () => {
    const all = plain.split('\n').filter((_, index) => index <= 24);
    const { lines } = await ask(write('past.csv', all.join('\n')));
    expect(lines).toEqual([{ record: expect.objectContaining({ launches: 24 }) }]);
  });

  it('takes percent signs and --as for what outcomes are', async () => {
    const low = rows.map(({ outcome }) => (outcome === null ? null : Math.min(99, outcome / 30)));
    const withSign = csv(String, ',', low).replace(/^(launch \d+,[\d.]+)/gm, '$1%');
    expect((await ask(write('percent.csv', withSign))).lines.at(-1).record.scale).toBe('logit');
    const bare = write('bare.csv', csv(String, ',', low));
    expect((await ask(bare, '--as', 'percent')).lines.at(-1).record.scale).toBe('logit');
    expect((await ask(bare)).lines.at(-1).record.scale).not.toBe('logit');
    await expect(ask(bare, '--as', 'money')).rejects.toBeInstanceOf(UsageFault);
  });

  it('names line and column of what it cannot read', async () => {
    const bad = 'name,outcome,spend\na,1,2\nb,2,abc\n\nc,x,4\nd,3,"1,234"\n,4,5\n';
    await expect(ask(write('bad.csv', bad))).rejects.toThrow('line 7, column "name": it is empty');
    const worse = bad.replace(',4,5\n', 'e,4,5\n');
    const failing = ask(write('worse.csv', worse));
    await expect(failing).rejects.toBeInstanceOf(CommandFailed);
    await expect(failing).rejects.toThrow('line 5, column "outcome": "x" is no number');
    await expect(failing).rejects.toThrow('line 3, column "spend": "abc" is no number');
    await expect(failing).rejects.toThrow('line 6, column "spend": "1,234" may be of thousands or of decimals');
    await expect(ask(write('ragged.csv', 'name,outcome,spend\na,1,2,5\n'))).rejects.toThrow('line 2 has 4 cells');
    await expect(ask(write('both.csv', 'name;outcome\na;1,5\nb;1.5\n'))).rejects.toThrow(
      'with a point and with a comma',
    );
  });

  it('says in one sentence what it cannot work with', async () => {
    await expect(ask(join(folder, 'nowhere.csv'))).rejects.toBeInstanceOf(UsageFault);
    await expect(ask(folder)).rejects.toThrow('is a folder, not a file');
    await expect(ask(write('other.csv', 'a,b\n1,2\n'))).rejects.toThrow('needs the columns name and outcome');
    await expect(ask(write('rows.ndjson', '{"name":"a","outcome":1}\n'))).rejects.toThrow('reads CSV');
    await expect(ask(write('empty.csv', ''))).rejects.toThrow('is empty');
    await expect(ask(write('broken.csv.gz', gzipSync(plain).subarray(0, 300)))).rejects.toThrow('gzip');
  });

  it('names a number that is too large to be reckoned with, instead of a record without figures', async () => {
    const huge = csv(String, ',', [1e308, ...rows.slice(1).map(({ outcome }) => outcome)]);
    await expect(ask(write('huge.csv', huge))).rejects.toThrow(
      /huge\.csv: line 2, column "Outcome": "1e\+308" is larger than can be reckoned with \(1e\+100\)/,
    );
    const large = csv(String, ',', [1e60, ...rows.slice(1).map(({ outcome }) => outcome)]);
    const { lines } = await ask(write('large.csv', large));
    expect(JSON.stringify(lines)).not.toContain('null');
  });
});
