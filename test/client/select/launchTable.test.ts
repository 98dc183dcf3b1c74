import { describe, expect, it } from 'vitest';
import { launchTable, tableTop } from '../../../client/select/launchTable.ts';
import { launchSchema } from '../../../shared/domain.ts';
import { hourMs } from '../../../shared/rollup.ts';
import { noError } from '../../../shared/uncertainty.ts';
import { countedLaunch, makeComparison, steadyPast, t0 } from '../../support/makeComparison.ts';

const launchOf = (id: string, at: number) => launchSchema.parse({ id, name: id, brand: 'vela', at });
const tell = (own: number[], past = steadyPast(3, 24), nowHour = own.length) => {
  const serum = countedLaunch('serum', own);
  const comparison = makeComparison(serum, past, { toHour: 24, nowHour });
  const launches = [serum, ...past].map(({ id, at }) => launchOf(id, at));
  return launchTable(launches, [comparison], t0 + nowHour * hourMs, noError);
};

describe('launchTable', () => {
  it('tells each launch until T+6 h and T+24 h, and says so far of one under way', () => {
    const [serum, newest] = tell(Array(8).fill(100));
    expect(serum).toMatchObject({
      early: { mentions: 600, toMs: 6 * hourMs },
      day: { mentions: 800, toMs: 8 * hourMs, stops: 'now' },
      peak: { mentions: 100, offsetMs: 0 },
    });
    expect(serum!.early).not.toHaveProperty('stops');
    expect(newest).toMatchObject({ day: { mentions: 240, toMs: 24 * hourMs } });
  });

  it('measures a launch against those before it over the same stretch, and says less where chance may be it', () => {
    expect(tell(Array(8).fill(100))[0]!.verdict).toEqual({
      ...{ way: 'more', times: 5, launches: 3, toMs: 8 * hourMs },
      texts: { how: 'none', times: 5 },
    });
    expect(tell(Array(8).fill(20))[0]!.verdict).toMatchObject({ way: 'same', times: 1 });
    expect(tell(Array(8).fill(2))[0]!.verdict).toMatchObject({ way: 'less' });
  });

  it('says nothing in words with two launches before it, nor of one whose past was not heard so far', () => {
    expect(tell(Array(8).fill(100), steadyPast(2, 24))[0]!.verdict).toBeNull();
    expect(tell(Array(8).fill(100), steadyPast(3, 4))[0]!.verdict).toBeNull();
  });

  it('says of a past launch how far it was heard, not that it is under way', () => {
    expect(tell(Array(8).fill(100), steadyPast(3, 20))[1]!.day).toEqual({
      mentions: 200,
      texts: 200,
      toMs: 20 * hourMs,
      stops: 'heard',
    });
  });

  it('lists a launch that was not heard or not asked for without figures, and one scale for all curves', () => {
    const rows = launchTable([launchOf('ahead', t0 + 99 * hourMs)], [], t0, noError);
    expect(rows).toMatchObject([{ isAhead: true, early: null, day: null, peak: null, net: null, verdict: null }]);
    expect(tableTop(rows)).toBe(1);
    expect(tableTop(tell(Array(8).fill(100)))).toBe(100);
  });
});
