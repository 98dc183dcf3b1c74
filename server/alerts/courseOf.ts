import type { AlertCourse } from '../../shared/alerts.ts';
import { quarterMs } from '../../shared/rollup.ts';
import type { ReadCell, SeriesDetector } from './createJudge.ts';
import { measure } from './measure.ts';
import type { Watched } from './watched.ts';

const steps = 24;

/**
 * The last hours of a counted series, with what was expected of each quarter-hour before it came: the detector hears the past
 * once more. Undefined for shares, and while what is usual is not known.
 */
export function courseOf(
  { cell, subject: { kind } }: Pick<Watched, 'cell' | 'subject'>,
  detector: SeriesDetector,
  { read, from, to }: { read: ReadCell; from: number; to: number },
): AlertCourse | undefined {
  const startAt = to - steps * quarterMs;
  const course: AlertCourse = { startAt, stepMs: quarterMs, values: [], expected: [], high: [] };
  for (let at = from; at < to; at += quarterMs) {
    const measured = measure(kind, read(at, cell), undefined);
    if (!('value' in measured)) return undefined;
    if (at >= startAt) {
      const forecast = detector.forecast(at);
      if (!forecast) return undefined;
      course.values.push(measured.value);
      course.expected.push(Math.round(forecast.expected * 10) / 10);
      course.high.push(forecast.high);
    }
    detector.push(at, measured);
  }
  return course.values.length === steps ? course : undefined;
}
