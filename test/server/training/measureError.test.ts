import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCounted, writeCounted } from '../../../server/training/countedFile.ts';
import { fitError, shareHeld, shareHeldElsewhere, sharePointsHeld } from '../../../server/training/fitError.ts';
import { netGroupsFile, stampOf, themeGroupsFile } from '../../../server/training/measureError.ts';
import { type NetSets, tradesOf } from '../../../server/training/netGroups.ts';
import { type ThemeSet, themeGroupsOf, themeTradesOf } from '../../../server/training/themeGroups.ts';
import { measuredError, themeError } from '../../../shared/uncertainty.ts';

const file = readFileSync(netGroupsFile, 'utf8');
const { stamp, sets: groups } = readCounted<keyof NetSets>(file);
const themeFile = readFileSync(themeGroupsFile, 'utf8');
const counted = readCounted(themeFile);
const themes = themeGroupsOf(counted.sets);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the measured error of net sentiment', () => {
  it('was counted with the English model in use: `npm run train -- --data FOLDER --error` counts anew', () => {
    expect(stamp).toBe(stampOf());
  });

  it('is what the counts make of it', () => {
    const { slope, sd } = fitError(tradesOf(groups));
    expect(measuredError.slope).toBeCloseTo(slope, 6);
    expect(measuredError.sd).toBeCloseTo(sd, 6);
  });

  it('makes an interval that holds the human figure of a brand and a stretch of time 85 to 95 times of 100', () => {
    const shares = (['topicDays', 'towardsDays', 'days', 'productYears'] as const).map((name) =>
      shareHeld(groups[name], measuredError),
    );
    expect(mean(shares)).toBeGreaterThanOrEqual(0.85);
    expect(mean(shares)).toBeLessThanOrEqual(0.95);
    // Where people say what a tweet thinks of its topic, not what its text sounds like, they praise more: 81 times of 100.
    expect(shares.filter((share) => share >= 0.85)).toHaveLength(3);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.8);
  });

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

describe("the measured error of a theme's net sentiment", () => {
  const names = Object.keys(themes) as ThemeSet[];

  it('was counted with the English model in use', () => {
    expect(counted.stamp).toBe(stampOf());
  });

  it('is what the counts make of it, and larger than that of the whole', () => {
    const { slope, sd } = fitError(themeTradesOf(themes));
    expect(themeError.slope).toBeCloseTo(slope, 6);
    expect(themeError.sd).toBeCloseTo(sd, 6);
    expect(themeError.sd).toBeGreaterThan(measuredError.sd);
  });

  it('makes an interval that holds the human figure of a theme 85 to 95 times of 100, in a trade left out of the measuring too', () => {
    const shares = names.map((name) => shareHeld(themes[name].words, themeError));
    for (const share of [mean(shares), shareHeldElsewhere(themeTradesOf(themes))]) {
      expect(share).toBeGreaterThanOrEqual(0.85);
      expect(share).toBeLessThanOrEqual(0.95);
    }
  });

  it('makes an interval that holds the points by which people find that a theme moves the whole as often', () => {
    const share = mean(names.map((name) => sharePointsHeld(themes[name], themeError)));
    expect(share).toBeGreaterThanOrEqual(0.85);
    expect(share).toBeLessThanOrEqual(0.95);
  });
});

describe('the files of counts', () => {
  it('read as they were written', () => {
    expect(writeCounted(groups, stamp)).toBe(file);
    expect(writeCounted(counted.sets, counted.stamp)).toBe(themeFile);
  });
});
