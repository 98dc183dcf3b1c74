import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { CommandFailed, UsageFault } from '../../../server/cli/commandLine.ts';
import { run } from '../../../server/cli/detect.ts';
import { day, hour, makeCounts, minute } from '../detect/makeCounts.ts';

const folder = mkdtempSync(join(tmpdir(), 'detect-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

async function detect(path: string) {
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
  expect(await run([path], io)).toBe(0);
  return {
    out,
    err,
    spikes: out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

const burstAt = Date.UTC(2026, 0, 20, 15);
const made = makeCounts({
  perHour: 240,
  stepMs: 5 * minute,
  days: 25,
  seed: 3,
  alpha: 0.05,
  bursts: [{ at: 19 * day + 15 * hour, hours: 2, times: 6 }],
});
const start = Date.UTC(2026, 0, 1);
const lines = made.counts.map(
  ({ at, value }) => `${new Date(start + at).toISOString().slice(0, 19).replace('T', ' ')},${value}`,
);
const csv = (rows: readonly string[]) => `timestamp,value\n${rows.join('\n')}\n`;

describe('launchroom detect', () => {
  it('writes a line for each spike, the same from CSV, gzip and NDJSON', async () => {
    const { spikes, out, err } = await detect(write('counts.csv', csv(lines)));
    expect(err).toBe('');
    const [spike] = spikes.filter(({ at }) => Date.parse(at) >= burstAt && Date.parse(at) < burstAt + 2 * hour);
    expect(Object.keys(spike)).toEqual(['at', 'severity', 'value', 'expected', 'span_s', 'until']);
    expect(spike.severity).toBeGreaterThanOrEqual(4);
    expect(Date.parse(spike.until)).toBeGreaterThan(burstAt + hour);
    expect(spike.value).toBeGreaterThan(3 * spike.expected);
    expect((await detect(write('counts.csv.gz', gzipSync(csv(lines))))).out).toBe(out);
    const ndjson = made.counts.map(({ at, value }) => JSON.stringify({ timestamp: (start + at) / 1_000, value }));
    expect((await detect(write('counts.ndjson', ndjson.join('\n')))).out).toBe(out);
  });

  it('sorts what stands out of order, takes the last of repeated times and leaves out what cannot be read', async () => {
    const { out } = await detect(write('good.csv', csv(lines)));
    const swapped = [...lines];
    [swapped[100], swapped[2_000]] = [swapped[2_000]!, swapped[100]!];
    const time = lines[50]!.split(',')[0];
    const mixed = ['soon,4', `${time},x`, `${time},-3`, `${time},`, `${time},999`, ...swapped];
    const { out: same, err } = await detect(write('mixed.csv', csv(mixed)));
    expect(same).toBe(out);
    expect(err).toContain('4 rows were left out');
    expect(err).toContain('timestamp is no time');
    expect(err).toContain('value is no count');
    expect(err).toContain('1 row repeats a time');
    expect(err).toMatch(/\d+ rows? stood out of order/);
  });

  it('tells nothing else of what was there before when finer rows follow', async () => {
    const fine = Array.from({ length: 3_000 }, (_, k) => `${new Date(start + 25 * day + k * 10_000).toISOString()},3`);
    const earlier = (all: { at: string }[]) =>
      all.map(({ at }) => at).filter((at) => Date.parse(at) < start + 25 * day);
    const { spikes } = await detect(write('coarse.csv', csv(lines)));
    const { spikes: both } = await detect(write('finer.csv', csv([...lines, ...fine])));
    expect(spikes.length).toBeGreaterThan(0);
    expect(earlier(both)).toEqual(earlier(spikes));
  });

  it('works before 1970, and refuses counts that no sum can hold', async () => {
    const old = made.counts.map(({ at, value }) => `${new Date(at - 30 * 365 * day).toISOString()},${value}`);
    const { spikes } = await detect(write('old.csv', csv(old)));
    expect(spikes.length).toBe((await detect(write('now.csv', csv(lines)))).spikes.length);
    const { err } = await detect(write('huge.csv', csv([...lines, '2026-03-01 00:00:00,1e300'])));
    expect(err).toContain('1 row was left out');
  });

  it('says in one sentence what it cannot work with', async () => {
    await expect(detect(join(folder, 'nowhere.csv'))).rejects.toBeInstanceOf(UsageFault);
    await expect(detect(folder)).rejects.toThrow('is a folder, not a file');
    await expect(detect(write('other.csv', 'a,b\n1,2\n'))).rejects.toThrow('needs the columns timestamp and value');
    await expect(detect(write('one.csv', csv(lines.slice(0, 1))))).rejects.toBeInstanceOf(CommandFailed);
    await expect(detect(write('empty.csv', ''))).rejects.toBeInstanceOf(CommandFailed);
  });
});
