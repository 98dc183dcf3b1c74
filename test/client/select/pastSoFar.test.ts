import { expect, it } from 'vitest';
import { pastSoFar } from '../../../client/select/pastSoFar.ts';
import type { ComparedLaunch, Standing } from '../../../shared/launchComparison.ts';
import { hourMs } from '../../../shared/rollup.ts';

const standing = { fromMs: 0, toMs: 2 * hourMs } as Standing;
const past = (heard: ComparedLaunch['heard'], ...mentions: number[]): ComparedLaunch =>
  ({
    heard,
    points: mentions.map((count, hour) => ({ offsetMs: (hour - 1) * hourMs, mentions: count })),
  }) as unknown as ComparedLaunch;

it('adds up what past launches had at the same distance from T0, where all of it was heard', () => {
  const whole = { fromMs: -hourMs, toMs: 3 * hourMs };
  const launches = [
    past(whole, 5, 10, 20, 40),
    past({ ...whole, toMs: hourMs }, 5, 10),
    past({ ...whole, fromMs: hourMs }, 1),
    past(null),
  ];
  expect(pastSoFar({ standing, past: launches })).toEqual([30]);
  expect(pastSoFar({ standing: null, past: launches })).toEqual([]);
});
