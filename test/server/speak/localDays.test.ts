import { describe, expect, it } from 'vitest';
import { localDays, stepOfZone, zoneOffset } from '../../../server/speak/localDays.ts';
import { dayMs, hourMs, minuteMs, quarterMs } from '../../../shared/rollup.ts';

const at = Date.parse;
const read = (
  zone: string,
  from: number,
  to: number,
  stepMs: number,
  some: [string, number][] = [],
  leftOut: string[][] = [],
) =>
  localDays(new Map(some.map(([moment, count]) => [at(moment), count])), {
    from,
    to,
    stepMs,
    zone,
    heard: [{ from, to }],
    leftOut: leftOut.map(([begin, end]) => ({ from: at(begin!), to: at(end!) })),
  });

describe('the days of a zone', () => {
  it('reads in steps that fall on the clock: hours in Paris, halves in Kolkata, quarters in Kathmandu', () => {
    const [from, to] = [at('2025-01-01T00:00Z'), at('2025-12-01T00:00Z')];
    expect(stepOfZone('Europe/Paris', from, to)).toBe('1h');
    expect(stepOfZone('Asia/Kolkata', from, to)).toBe('30m');
    expect(stepOfZone('Asia/Kathmandu', from, to)).toBe('15m');
    expect(zoneOffset('Asia/Kathmandu', from)).toBe(5 * hourMs + 45 * minuteMs);
  });

  it('puts half hours into the hour of a clock that is half an hour off', () => {
    const from = at('2025-03-01T18:30Z');
    // 09:00 in Kolkata is 03:30 in UTC.
    const some: [string, number][] = [
      ['2025-03-02T03:00Z', 1],
      ['2025-03-02T03:30Z', 5],
      ['2025-03-02T04:00Z', 7],
    ];
    const days = read('Asia/Kolkata', from, from + dayMs, 2 * quarterMs, some);
    expect(days).toHaveLength(1);
    expect(days[0]!.isWeekend).toBe(true);
    expect(days[0]!.hours[8]).toBe(1);
    expect(days[0]!.hours[9]).toBe(12);
  });

  it('has no hour that clocks skip, and the mean of one that they repeat', () => {
    const spring = read('Europe/Paris', at('2025-03-29T23:00Z'), at('2025-03-30T22:00Z'), hourMs, [
      ['2025-03-30T00:00Z', 4],
      ['2025-03-30T01:00Z', 6],
    ]);
    expect(spring[0]!.hours.slice(1, 4)).toEqual([4, null, 6]);
    const autumn = read('Europe/Paris', at('2025-10-25T22:00Z'), at('2025-10-26T23:00Z'), hourMs, [
      ['2025-10-26T00:00Z', 10],
      ['2025-10-26T01:00Z', 20],
      ['2025-10-26T02:00Z', 30],
    ]);
    expect(autumn).toHaveLength(1);
    expect(autumn[0]!.hours.slice(2, 4)).toEqual([15, 30]);
  });

  it('leaves out what is not usual, days of which too little is left, and what was not listened to', () => {
    const [from, to] = [at('2025-06-02T00:00Z'), at('2025-06-05T00:00Z')];
    const days = read(
      'UTC',
      from,
      to,
      hourMs,
      [],
      [
        ['2025-06-02T09:20Z', '2025-06-02T12:00Z'],
        ['2025-06-03T08:00Z', '2025-06-03T20:00Z'],
      ],
    );
    expect(days.map(({ day }) => day * dayMs)).toEqual([from, at('2025-06-04T00:00Z')]);
    expect(days[0]!.hours.slice(8, 13)).toEqual([0, null, null, null, 0]);
    const counts = new Map<number, number>();
    expect(localDays(counts, { from, to, stepMs: hourMs, zone: 'UTC', heard: [], leftOut: [] })).toEqual([]);
  });

  it('knows Saturday and Sunday, before 1970 too', () => {
    const week = read('UTC', at('2025-06-02T00:00Z'), at('2025-06-09T00:00Z'), hourMs);
    expect(week.map(({ isWeekend }) => isWeekend)).toEqual([false, false, false, false, false, true, true]);
    const old = read('UTC', at('1969-12-27T00:00Z'), at('1969-12-30T00:00Z'), hourMs);
    expect(old.map(({ isWeekend }) => isWeekend)).toEqual([true, true, false]);
  });
});
