import { hourMs } from '../../shared/rollup.ts';
import { createDetector, type DetectorOptions } from './createDetector.ts';
import type { Count } from './readCounts.ts';

/** How right the forecasts of a series were. */
export type ForecastRecord = {
  /** Hours that were foretold and then counted whole, with the same hour of the week before. */
  hours: number;
  /** The share of these whose count lay within the band that is to hold four in five. */
  covered80: number;
  /** The mean distance from the count, as a share of the mean count; and that of "as in the same hour last week". */
  error: number;
  errorOfLastWeek: number;
};

const weekHours = 7 * 24;

/** Hours of which every step was counted, in the order of time. */
function wholeHours(counts: readonly Count[], stepMs: number): Count[] {
  const steps = new Map<number, { value: number; steps: number }>();
  for (const { at, value } of counts) {
    const hour = Math.floor(at / hourMs);
    const sum = steps.get(hour) ?? { value: 0, steps: 0 };
    steps.set(hour, { value: sum.value + value, steps: sum.steps + 1 });
  }
  const whole = Math.round(hourMs / stepMs);
  return [...steps]
    .filter(([, sum]) => sum.steps >= whole)
    .map(([hour, { value }]) => ({ at: hour * hourMs, value }))
    .sort((a, b) => a.at - b.at);
}

/**
 * Lets the detector foretell each hour of a history by what was counted until `aheadHours` before it began, and holds it to what
 * came. `counts` in the order of time, in steps of `stepMs`, an hour or a whole part of one. Undefined where no hour can be judged.
 */
export function judgeForecast(
  counts: readonly Count[],
  stepMs: number,
  { aheadHours = 0, ...options }: DetectorOptions & { aheadHours?: number } = {},
): ForecastRecord | undefined {
  const hours = wholeHours(counts, stepMs);
  const byHour = new Map(hours.map(({ at, value }) => [at / hourMs, value]));
  const detector = createDetector(hourMs, options);
  const record = { hours: 0, covered: 0, error: 0, errorOfLastWeek: 0, counted: 0 };
  for (const { at, value } of hours) {
    detector.push(at, value);
    const foretold = at / hourMs + 1 + aheadHours;
    const forecast = detector.forecast(foretold * hourMs);
    const came = byHour.get(foretold);
    const lastWeek = byHour.get(foretold - weekHours);
    if (!forecast || came === undefined || lastWeek === undefined) continue;
    record.hours += 1;
    record.counted += came;
    if (came >= forecast.low && came <= forecast.high) record.covered += 1;
    record.error += Math.abs(came - forecast.expected);
    record.errorOfLastWeek += Math.abs(came - lastWeek);
  }
  if (record.hours === 0 || record.counted === 0) return undefined;
  return {
    hours: record.hours,
    covered80: record.covered / record.hours,
    error: record.error / record.counted,
    errorOfLastWeek: record.errorOfLastWeek / record.counted,
  };
}
