import { expect, it } from 'vitest';
import { comparisonGaps } from '../../../client/select/comparisonGaps.ts';
import { hourMs } from '../../../shared/rollup.ts';
import { countedLaunch, makeComparison, steadyPast, t0 } from '../../support/makeComparison.ts';

const past = { at: t0 - 500 * hourMs };

it('tells nothing where all was heard to the end of the axis or to now', () => {
  for (const nowHour of [4, 4.9, 5])
    expect(comparisonGaps(makeComparison(countedLaunch('balm', [4, 5, 6, 5]), steadyPast(4), { nowHour }))).toEqual([]);
});

it('tells captures that begin late or end early, and launches that nobody heard or that are not counted yet', () => {
  const comparison = makeComparison(
    countedLaunch('balm', [40, 50], {}, 2),
    [
      countedLaunch('late', Array<number>(9).fill(1), past, 3),
      countedLaunch('early', Array<number>(5).fill(1), past),
      countedLaunch('deaf', [], { ...past, heard: null, missing: 'not-heard' }),
      countedLaunch('new', [], { ...past, heard: null, missing: 'not-counted' }),
    ],
    { nowHour: 4 },
  );
  expect(comparisonGaps(comparison)).toMatchObject([
    { is: 'late', id: 'balm', isOwn: true, fromMs: 2 * hourMs },
    { is: 'late', id: 'late', isOwn: false, fromMs: 3 * hourMs },
    { is: 'early', id: 'early', toMs: 5 * hourMs },
    { is: 'not-heard', launches: ['The deaf'] },
    { is: 'not-counted', launches: ['The new'] },
  ]);
});

it('tells past launches that nobody heard in one line, apart from this one', () => {
  const deaf = (id: string) => countedLaunch(id, [], { heard: null, missing: 'not-heard' });
  const gaps = comparisonGaps(makeComparison(deaf('balm'), [deaf('one'), deaf('two')], { nowHour: 5 }));
  expect(gaps).toEqual([
    { is: 'not-heard', isOwn: true, launches: ['The balm'] },
    { is: 'not-heard', isOwn: false, launches: ['The one', 'The two'] },
  ]);
});

it('tells captures of past launches that begin alike in one line', () => {
  const late = ['one', 'two'].map((id) => countedLaunch(id, Array<number>(9).fill(1), past, 3));
  const gaps = comparisonGaps(makeComparison(countedLaunch('balm', [40, 50], {}, 3), late, { nowHour: 5 }));
  expect(gaps.map((gap) => 'name' in gap && gap.name)).toEqual(['The balm', 'The one, The two']);
  expect(gaps[1]).toMatchObject({ many: 2 });
});

it('misses nothing of a launch whose axis has not come', () => {
  const ahead = countedLaunch('balm', [], { heard: null, missing: 'not-heard' });
  expect(comparisonGaps(makeComparison(ahead, [], { nowHour: -40 }))).toEqual([]);
});

it('names whose size or authors are not known, only where they are asked for', () => {
  const launch = countedLaunch('balm', [40], { size: null });
  const named = { is: 'no-size', names: ['The balm'] };
  expect(comparisonGaps(makeComparison(launch, steadyPast(2), { scale: 'size' }))).toEqual([named]);
  expect(comparisonGaps(makeComparison(launch, steadyPast(2)))).toEqual([]);
  expect(comparisonGaps(makeComparison(launch, steadyPast(2), { metric: 'authors' }))).toEqual([
    { is: 'no-authors', names: ['The balm', 'The past1', 'The past2'] },
  ]);
});
