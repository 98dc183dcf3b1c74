import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../server/random.ts';
import { narrowError, narrowedErrors, type SaidTwice } from '../../../server/scoreboard/narrowError.ts';
import type { Judged } from '../../../server/scoreboard/results.ts';
import type { SentimentLabel } from '../../../shared/domain.ts';
import {
  type ClassifierError,
  measuredError,
  measuredErrors,
  netSentiment,
  noError,
  scatter,
  slopeScatter,
} from '../../../shared/uncertainty.ts';

const times = (count: number, person: SentimentLabel, machine: SentimentLabel, weight = 1): SaidTwice[] =>
  Array.from({ length: count }, () => ({ person, machine, weight }));

/** People praise where the machine sees nothing. */
const praisedMore = [
  ...times(30, 'positive', 'positive'),
  ...times(15, 'positive', 'neutral'),
  ...times(15, 'negative', 'negative'),
  ...times(40, 'neutral', 'neutral'),
];

describe('narrowError', () => {
  it('leaves the error as it is where nobody labelled anything', () => {
    expect(narrowError(measuredError, scatter.whole, [])).toBe(measuredError);
    expect(narrowedErrors([])).toEqual(measuredErrors);
  });

  it('learns hardly anything from one label', () => {
    const { shift, sd } = narrowError(measuredError, scatter.whole, times(1, 'positive', 'positive'));
    expect(Math.abs(shift)).toBeLessThan(0.1);
    expect(sd).toBeGreaterThan(0.95 * measuredError.sd);
    expect(sd).toBeLessThan(measuredError.sd);
  });

  it('moves to where people of the room stand, and never below the scatter between its brands', () => {
    const some = narrowError(measuredError, scatter.whole, praisedMore);
    const many = narrowError(measuredError, scatter.whole, Array.from({ length: 50 }, () => praisedMore).flat());
    // The line runs through where people and the machine stand in the room: ln 3 and ln 2.
    expect(many.slope * Math.log(2) + many.shift).toBeCloseTo(Math.log(3), 1);
    expect(some.sd).toBeLessThan(0.8 * measuredError.sd);
    expect(many.sd).toBeLessThan(some.sd);
    expect(many.sd).toBeGreaterThan(scatter.whole);
    // Without a slope people's odds of 45 to 15 would lie ln 1.5 above the machine's of 30 to 15.
    const flat = narrowError({ ...noError, sd: 100 }, 0, Array.from({ length: 50 }, () => praisedMore).flat());
    expect(flat.shift).toBeCloseTo(Math.log(1.5), 2);
  });

  it('leaves what is blamed in a room of praise where it is, when people agree with the machine', () => {
    const agreed = [...times(90, 'positive', 'positive'), ...times(10, 'negative', 'negative')];
    const error = narrowError(measuredError, scatter.whole, agreed);
    const blamed = netSentiment({ positive: 250, neutral: 0, negative: 750 }, error)!;
    expect(blamed.low).toBeGreaterThan(-90);
    expect(blamed.high).toBeGreaterThan(-35);
    // And of the praise it holds less to be far above the figure than before.
    const praised = (of: ClassifierError) => netSentiment({ positive: 900, neutral: 0, negative: 100 }, of)!;
    expect(praised(error).high).toBeLessThan(praised(measuredError).high);
    expect(praised(error).low).toBeLessThan(80);
  });

  it('lets people who say the opposite of the machine turn no line around', () => {
    const { slope } = narrowError(measuredError, scatter.whole, [
      ...times(180, 'negative', 'positive'),
      ...times(20, 'positive', 'negative'),
    ]);
    expect(slope).toBe(slopeScatter.least);
  });

  it('takes weights as shares: all ten times as large say the same, and labels that stand for little say little', () => {
    const heavier = praisedMore.map((one) => ({ ...one, weight: 10 }));
    const { shift, sd } = narrowError(measuredError, scatter.whole, praisedMore);
    const same = narrowError(measuredError, scatter.whole, heavier);
    expect(same.shift).toBeCloseTo(shift, 10);
    expect(same.sd).toBeCloseTo(sd, 10);
    const light = narrowError(measuredError, scatter.whole, [
      ...praisedMore,
      ...times(60, 'negative', 'positive', 0.001),
    ]);
    expect(light.shift).toBeCloseTo(shift, 1);
  });

  it('lets one message that stands for a flood move little, whatever was said of the days around it', () => {
    const flood = narrowError(measuredError, scatter.whole, [
      ...praisedMore,
      ...times(1, 'positive', 'negative', 20_000),
    ]);
    expect(Math.abs(flood.shift)).toBeLessThan(0.2);
    expect(flood.sd).toBeGreaterThan(0.95 * measuredError.sd);
  });

  it('knows how uncertain it is: of rooms labelled at random nine of ten lie within its 90 %', () => {
    // Texts of a room by what people and the machine say of them; kept ones weigh a tenth of what the others do.
    const texts: [SentimentLabel, SentimentLabel, number, number][] = [
      ['positive', 'positive', 0.22, 0.1],
      ['positive', 'neutral', 0.1, 1],
      ['positive', 'negative', 0.02, 0.1],
      ['neutral', 'positive', 0.06, 1],
      ['neutral', 'neutral', 0.4, 1],
      ['neutral', 'negative', 0.04, 0.1],
      ['negative', 'positive', 0.02, 1],
      ['negative', 'neutral', 0.04, 1],
      ['negative', 'negative', 0.1, 0.1],
    ];
    const error = { slope: 1.35, shift: 0, sd: 100 };
    const sumOf = (who: 0 | 1, label: SentimentLabel) =>
      texts.reduce((sum, one) => (one[who] === label ? sum + one[2] * one[3] : sum), 0);
    const oddsOf = (who: 0 | 1) => Math.log(sumOf(who, 'positive') / sumOf(who, 'negative'));
    const truth = oddsOf(0) - error.slope * oddsOf(1);
    for (const labels of [40, 100, 300]) {
      const random = createRandom(labels);
      const rooms = 1_500;
      let held = 0;
      for (let room = 0; room < rooms; room += 1) {
        const said = Array.from({ length: labels }, (): SaidTwice => {
          const lot = random();
          let passed = 0;
          const [person, machine, , weight] = texts.find(([, , share]) => {
            passed += share;
            return lot < passed;
          })!;
          return { person, machine, weight };
        });
        const { shift, sd } = narrowError(error, 0, said);
        if (Math.abs(shift - truth) <= 1.6449 * sd) held += 1;
      }
      expect(held / rooms).toBeGreaterThan(0.85);
      expect(held / rooms).toBeLessThan(0.96);
    }
  });
});

describe('ten days of the scoreboard, of which one is a flood', () => {
  // Of 100 mentions so many are called so by people and by the machine; those with an opinion are the more significant.
  const shares = { positive: [18, 6, 1], neutral: [9, 36, 8], negative: [4, 8, 10] } as const;
  const machines = ['positive', 'neutral', 'negative'] as const;
  const texts = machines.flatMap((person) =>
    machines.map((machine, place) => ({ person, machine, share: shares[person][place]! })),
  );
  const significantOf = (machine: SentimentLabel) => (machine === 'neutral' ? 0.02 : 0.08);
  const oddsOf = (who: 'person' | 'machine') => {
    const sumOf = (label: SentimentLabel) =>
      texts.reduce((sum, one) => (one[who] === label ? sum + one.share : sum), 0);
    return Math.log(sumOf('positive') / sumOf('negative'));
  };
  const { slope } = measuredError;
  const truth = oddsOf('person') - slope * oddsOf('machine');

  it('holds where people of the room stand nine times of ten, drawn 8 and 6 a day', () => {
    const random = createRandom(46);
    const rooms = 1_000;
    let held = 0;
    for (let room = 0; room < rooms; room += 1) {
      const said: SaidTwice[] = [];
      for (let day = 0; day < 10; day += 1)
        for (const [drawn, isSignificant] of [
          [8, true],
          [6, false],
        ] as const) {
          const shareOf = (one: (typeof texts)[number]) =>
            one.share * (isSignificant ? significantOf(one.machine) : 1 - significantOf(one.machine));
          const all = texts.reduce((sum, one) => sum + shareOf(one), 0);
          for (let label = 0; label < drawn; label += 1) {
            const lot = random() * all;
            let passed = 0;
            const { person, machine } = texts.find((one) => {
              passed += shareOf(one);
              return lot < passed;
            })!;
            said.push({ person, machine, weight: ((day === 0 ? 50_000 : 1_000) * all) / 100 / drawn });
          }
        }
      const { shift, sd } = narrowError({ slope, shift: 0, sd: 100 }, 0, said);
      if (Math.abs(shift - truth) <= 1.6449 * sd) held += 1;
    }
    expect(held / rooms).toBeGreaterThan(0.85);
    expect(held / rooms).toBeLessThan(0.97);
  });
});

describe('narrowedErrors', () => {
  const judged = (part: Partial<Judged>): Judged => ({
    stratum: 'significant',
    weight: 1,
    label: { relevance: 'matters', sentiment: 'positive' },
    machine: { stage: 'significant', lang: 'en', sentiment: 'neutral', brands: ['a'], themes: [] },
    ...part,
  });
  const { machine } = judged({});

  it('hears of mentions about what is watched, of which both say what they think', () => {
    const heard = Array.from({ length: 30 }, () => judged({}));
    const unheard = [
      judged({ label: { relevance: 'not-about-us' } }),
      judged({ label: { relevance: 'matters' } }),
      judged({ stratum: 'set-aside', machine: { ...machine, stage: 'set-aside' } }),
      judged({ machine: { ...machine, sentiment: 'unscored' } }),
    ];
    expect(narrowedErrors(unheard)).toEqual(measuredErrors);
    expect(narrowedErrors([...heard, ...unheard])).toEqual(narrowedErrors(heard));
  });

  it('says more of the whole than of a theme, and of both more than before', () => {
    const { whole, theme } = narrowedErrors([
      ...Array.from({ length: 40 }, () => judged({ machine: { ...machine, sentiment: 'positive' } })),
      ...Array.from({ length: 40 }, () =>
        judged({
          label: { relevance: 'matters', sentiment: 'negative' },
          machine: { ...machine, sentiment: 'negative' },
        }),
      ),
    ]);
    expect(whole.sd).toBeLessThan(measuredErrors.whole.sd);
    expect(theme.sd).toBeLessThan(measuredErrors.theme.sd);
    expect(theme.sd).toBeGreaterThan(whole.sd);
  });
});
