import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../server/random.ts';
import { narrowError, type SaidTwice } from '../../../server/scoreboard/narrowError.ts';
import { readCounted, writeCounted } from '../../../server/training/countedFile.ts';
import {
  type CountedTwice,
  fitError,
  fitScatter,
  shareHeld,
  shareHeldElsewhere,
  sharePointsHeld,
  type Trades,
  widthAndHeld,
} from '../../../server/training/fitError.ts';
import { netGroupsFile, roomLabelsFile, stampOf, themeGroupsFile } from '../../../server/training/measureError.ts';
import { type NetSets, tradesOf } from '../../../server/training/netGroups.ts';
import {
  afterLabels,
  drawLabels,
  labellingOf,
  readSaid,
  type SaidBoth,
  writeSaid,
} from '../../../server/training/roomLabels.ts';
import { type ThemeSet, themeGroupsOf, themeTradesOf } from '../../../server/training/themeGroups.ts';
import { type ClassifierError, measuredError, scatter, themeError } from '../../../shared/uncertainty.ts';

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

describe('what labels of a room leave of the error', () => {
  const roomFile = readFileSync(roomLabelsFile, 'utf8');
  const { stamp: saidStamp, counts: said } = readSaid(roomFile);
  const names = Object.keys(said) as ThemeSet[];
  const { topics, towards, targets: festival, days: oneBrand, products: reviews } = groups;
  const wholes: Record<ThemeSet, CountedTwice[]> = { topics, towards, festival, oneBrand, reviews };
  const words = Object.fromEntries(names.map((name) => [name, themes[name].words])) as Record<ThemeSet, CountedTwice[]>;
  const kinds: [string, Record<ThemeSet, CountedTwice[]>, ClassifierError, number, Trades][] = [
    ['the whole', wholes, measuredError, scatter.whole, tradesOf(groups)],
    ['a theme', words, themeError, scatter.theme, themeTradesOf(themes)],
  ];

  it('was counted with the English model in use, and reads as it was written', () => {
    expect(saidStamp).toBe(stampOf());
    expect(writeSaid(said, saidStamp)).toBe(roomFile);
  });

  it.each(kinds)('of %s is the scatter that the counts have', (_, _groups, error, within, trades) => {
    expect(within).toBeCloseTo(fitScatter(trades, error), 6);
    expect(within).toBeLessThan(error.sd);
  });

  it.each(kinds)(
    'makes intervals of %s a fifth narrower after a hundred labels, that hold 85 to 95 times of 100',
    (_, of, error, within) => {
      const random = createRandom(7);
      const before = names.map((name) => widthAndHeld(of[name], error));
      const after = names.map((name) =>
        afterLabels(100, { said: said[name], groups: of[name] }, { error, within }, random),
      );
      const held = mean(after.map((one) => one.held));
      expect(held).toBeGreaterThanOrEqual(0.85);
      expect(held).toBeLessThanOrEqual(0.95);
      expect(mean(after.map(({ width }) => width))).toBeLessThan(0.8 * mean(before.map(({ width }) => width)));
    },
  );

  it('learns from ten to twenty days of the scoreboard what a hundred labels at random tell', () => {
    const random = createRandom(11);
    // Every fifth text with an opinion is significant, and of the others one of thirty.
    const significantOf = ({ machine }: SaidTwice) => (machine === 'neutral' ? 1 / 30 : 1 / 5);
    const drawn = (set: SaidBoth, labels: number, isSignificant: boolean): SaidTwice[] => {
      const weighed = set.map((one) => {
        const share = significantOf({ ...one, weight: 1 });
        return { ...one, texts: one.texts * (isSignificant ? share : 1 - share) };
      });
      const all = weighed.reduce((sum, { texts }) => sum + texts, 0);
      return drawLabels(weighed, labels, random).map((one) => ({ ...one, weight: all / labels }));
    };
    const sdOf = (draw: (set: SaidBoth) => SaidTwice[]) =>
      mean(
        names.flatMap((name) =>
          Array.from({ length: 40 }, () => narrowError(measuredError, scatter.whole, draw(said[name])).sd),
        ),
      );
    const daysOf = (days: number) => sdOf((set) => [...drawn(set, 8 * days, true), ...drawn(set, 6 * days, false)]);
    const hundred = sdOf((set) => drawLabels(set, 100, random));
    expect(daysOf(10)).toBeGreaterThan(hundred);
    expect(daysOf(20)).toBeLessThan(hundred);
  });

  it('makes the interval of each brand and stretch of time hold at least 85 times of 100, towards a topic too', () => {
    for (const name of ['topicDays', 'towardsDays', 'days', 'productYears'] as const) {
      const room = { said: said[labellingOf[name]], groups: groups[name] };
      const { held } = afterLabels(100, room, { error: measuredError, within: scatter.whole }, createRandom(3));
      expect(held, name).toBeGreaterThanOrEqual(0.85);
      expect(held, name).toBeLessThanOrEqual(0.97);
    }
  });

  it.each(kinds)(
    'holds as often in a trade that was left out of measuring the scatter of %s',
    (_, of, error, _within, trades) => {
      const random = createRandom(8);
      const shares = Object.entries(trades).flatMap(([trade, labellings]) => {
        const others = Object.fromEntries(Object.entries(trades).filter(([other]) => other !== trade));
        const within = fitScatter(others, error);
        return Object.values(labellings).map((members) => {
          const name = names.find((one) => of[one] === members)!;
          return afterLabels(100, { said: said[name], groups: members }, { error, within }, random).held;
        });
      });
      expect(shares).toHaveLength(names.length);
      expect(mean(shares)).toBeGreaterThanOrEqual(0.85);
      expect(mean(shares)).toBeLessThanOrEqual(0.95);
    },
  );
});

describe('the files of counts', () => {
  it('read as they were written', () => {
    expect(writeCounted(groups, stamp)).toBe(file);
    expect(writeCounted(counted.sets, counted.stamp)).toBe(themeFile);
  });
});
