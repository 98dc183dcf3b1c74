import type { AlertCourse } from '../../shared/alerts.ts';

export type CourseStep = { at: number; value: number; expected: number; high: number };

/** The course step by step, and the top of its axis: from zero, with everything in it. */
export function courseSteps({ startAt, stepMs, values, expected, high }: AlertCourse): {
  steps: CourseStep[];
  endAt: number;
  top: number;
} {
  const steps = values.map((value, index) => ({
    at: startAt + index * stepMs,
    value,
    expected: expected[index] ?? 0,
    high: high[index] ?? expected[index] ?? 0,
  }));
  const top = Math.max(...steps.flatMap((step) => [step.value, step.expected, step.high]), 0);
  return { steps, endAt: startAt + values.length * stepMs, top: top > 0 ? top : 1 };
}
