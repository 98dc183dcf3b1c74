import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fitError, shareHeld, shareHeldElsewhere } from '../../../server/training/fitError.ts';
import { netGroupsFile, stampOf } from '../../../server/training/measureError.ts';
import { readNetGroups, tradesOf, writeNetGroups } from '../../../server/training/netGroups.ts';
import { measuredError } from '../../../shared/uncertainty.ts';

const file = readFileSync(netGroupsFile, 'utf8');
const { stamp, groups } = readNetGroups(file);

describe('the measured error of net sentiment', () => {
  it('was counted with the English model in use: `npm run train -- --data FOLDER --error` counts anew', () => {
    expect(stamp).toBe(stampOf());
  });

  it('is what the counts make of it', () => {
    const { slope, sd } = fitError(tradesOf(groups));
    expect(measuredError.slope).toBeCloseTo(slope, 6);
    expect(measuredError.sd).toBeCloseTo(sd, 6);
  });

  it.each(['topicDays', 'days', 'productYears'] as const)(
    'makes an interval that holds the human figure of a brand and a stretch of time 85 to 95 times of 100: %s',
    (name) => {
      const share = shareHeld(groups[name], measuredError);
      expect(share).toBeGreaterThanOrEqual(0.85);
      // Of eight days no count lies between seven, which is 88 %, and all.
      if (groups[name].length > 20) expect(share).toBeLessThanOrEqual(0.95);
    },
  );

  it('is not fitted to the easier of two labellings of the same tweets: each weighs the same', () => {
    const { topics, towards } = groups;
    expect(fitError({ tweets: { topics, towards } })).toEqual(fitError({ one: { topics }, other: { towards } }));
    expect(fitError({ tweets: { topics, towards } }).sd).toBeGreaterThan(fitError({ tweets: { topics } }).sd);
  });

  it('would have held as often in a trade that was left out of the measuring', () => {
    const share = shareHeldElsewhere(tradesOf(groups));
    expect(share).toBeGreaterThanOrEqual(0.85);
    expect(share).toBeLessThanOrEqual(0.95);
  });
});

describe('the file of counts', () => {
  it('reads as it was written', () => {
    expect(writeNetGroups(groups, stamp)).toBe(file);
  });
});
