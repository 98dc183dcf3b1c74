import type { ForecastAnswer, ForecastRecord } from '../../shared/forecast.ts';
import { dayMs, hourMs } from '../../shared/rollup.ts';
import { createExpectation } from '../detect/expectation.ts';
import { createSpread } from '../detect/spread.ts';
import { createErrors } from './createErrors.ts';

/** Nothing is told before so much was heard. */
export const neededHours = 72;
/** An hour more than asked for: the running one is partly over. */
export const mostHours = 13;
const share = 0.8;
/** From the second day on errors teach; of each horizon those of two weeks. */
const learnHours = 24;
const keptErrors = 14 * 24;
const weekHours = (7 * dayMs) / hourMs;
/** Last week is compared with from so many hours on. */
const leastCompared = 24;
/** How long what was said lately goes on: the part of it that is left an hour later. The one that erred least is used. */
const lasting = [0, 0.6, 0.8, 0.9, 0.97];
/** Of its earlier errors, the part that still counts an hour later. */
const keptOfErrors = 0.5 ** (1 / 72);
/** How much of an hour's weight the hour before has in what was said lately. */
const recentKept = 0.5;
const taughtDeviations = 3;
/** Errors are compared in units of sqrt(m + 0.05 m^2): counts vary by chance, and more where much is said. */
const burstiness = 0.05;
/** In a silent hour one mention is no wonder. */
const leastExpected = 0.02;

const scaleOf = (expected: number) => Math.sqrt(expected + burstiness * expected * expected + 0.25);

type Said = { at: number; expected: number; low: number; high: number };

/**
 * Forecasts the mentions of the coming hours and judges itself: `counts` are those of whole hours from `startAt` on, quiet ones
 * too. Every forecast, also of the record, rests on hours before it alone. What is usual at an hour (as the detector expects it,
 * as in the last seven days, or as in the last weeks) is moved by how much more is said lately, which fades; of these ways the
 * one that erred least so far is used. Bands come from the errors made at the same distance.
 */
export function forecastHours(startAt: number, counts: readonly number[], hours: number): ForecastAnswer {
  if (counts.length < neededHours)
    return {
      stepMs: hourMs,
      points: [],
      record: null,
      refused: { code: 'too-short', heardHours: counts.length, neededHours },
    };
  const ahead = Math.min(mostHours, hours);
  const expectation = createExpectation(hourMs);
  const spread = createSpread(hourMs);
  const errors = Array.from({ length: ahead }, () => createErrors(keptErrors));
  const bases = [(hour: number) => expectation.of(atOf(hour), hour >= learnHours), ofDays, ofWeeks];
  const erred = bases.flatMap(() => lasting.map(() => 0));
  const recent = bases.map(() => ({ value: 0, expected: 0 }));
  /** By hour and horizon: what each way of fading said, and what was told. */
  const tries: number[][][] = [];
  const told: Said[][] = [];

  const atOf = (hour: number) => startAt + hour * hourMs;
  /** The mean of the same hours before, `every` hours apart, as far as they are known. */
  function meanOf(hour: number, every: number, most: number): number | undefined {
    let [sum, seen] = [0, 0];
    for (let back = hour - every; back >= 0 && seen < most; back -= every) {
      sum += counts[back]!;
      seen += 1;
    }
    return seen === 0 ? undefined : Math.max(leastExpected, sum / seen);
  }
  function ofDays(hour: number): number {
    return meanOf(hour, 24, 7) ?? leastExpected;
  }
  function ofWeeks(hour: number): number {
    return meanOf(hour, weekHours, 4) ?? ofDays(hour);
  }

  function look(next: number): void {
    const lately = recent.map(({ value, expected }) => Math.log((value + 1) / (expected + 1)));
    const best = erred.indexOf(Math.min(...erred));
    tries[next] = [];
    told[next] = [];
    for (let k = 0; k < ahead; k += 1) {
      const values = bases.flatMap((base, which) => {
        const usual = base(next + k);
        return lasting.map((part) => usual * Math.exp(part ** (k + 1) * lately[which]!));
      });
      const expected = values[best]!;
      const { low, high } = errors[k]!.ends(share);
      const scale = scaleOf(expected);
      tries[next].push(values);
      told[next].push({
        at: atOf(next + k),
        expected,
        low: Math.max(0, Math.floor(expected + low * scale)),
        high: Math.max(0, Math.ceil(expected + high * scale)),
      });
    }
  }

  function learn(hour: number): void {
    const value = counts[hour]!;
    for (let k = 0; k < ahead && hour - k >= learnHours; k += 1) {
      const said = told[hour - k]![k]!;
      errors[k]!.learn((value - said.expected) / scaleOf(said.expected));
      // Six hours ahead is what is shown: all horizons weigh alike.
      for (const [way, guess] of tries[hour - k]![k]!.entries())
        erred[way] = erred[way]! + Math.abs(value - guess) / scaleOf(guess);
    }
    for (const way of erred.keys()) erred[way]! *= keptOfErrors;
    for (const [which, base] of bases.entries()) {
      const said = recent[which]!;
      said.value = recentKept * said.value + value;
      said.expected = recentKept * said.expected + base(hour);
    }
    const expected = bases[0]!(hour);
    const taught = expected + taughtDeviations * spread.deviation(expected);
    if (hour >= learnHours) spread.learn(Math.min(value, taught), expected);
    expectation.learn(atOf(hour), hour === 0 ? value : Math.min(value, taught), hour >= learnHours);
  }

  for (let hour = 0; hour < counts.length; hour += 1) {
    look(hour);
    learn(hour);
  }
  look(counts.length);
  return { stepMs: hourMs, points: told[counts.length]!, record: recordOf(told, counts, ahead) };
}

/** Each hour counts once for every distance from which it was forecast. */
function recordOf(told: readonly Said[][], counts: readonly number[], ahead: number): ForecastRecord | null {
  const from = counts.length - weekHours >= leastCompared ? Math.max(neededHours, weekHours) : neededHours;
  const isCompared = from >= weekHours;
  let [hours, forecasts, covered, error, errorOfLastWeek] = [0, 0, 0, 0, 0];
  for (let hour = from; hour < counts.length; hour += 1) {
    hours += 1;
    for (let k = 0; k < ahead && hour - k >= neededHours; k += 1) {
      const { expected, low, high } = told[hour - k]![k]!;
      const value = counts[hour]!;
      forecasts += 1;
      if (value >= low && value <= high) covered += 1;
      error += Math.abs(value - expected);
      if (isCompared) errorOfLastWeek += Math.abs(value - counts[hour - weekHours]!);
    }
  }
  if (forecasts === 0) return null;
  return {
    hours,
    covered80: covered / forecasts,
    error: error / forecasts,
    errorOfLastWeek: isCompared ? errorOfLastWeek / forecasts : null,
  };
}
