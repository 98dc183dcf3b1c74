import type { AlertCourse } from '../../shared/alerts.ts';

export type CourseStep = {
  at: number;
  value: number;
  expected: number;
  high: number;
  /** Counted before its end: lower than it will be. */
  isRunning: boolean;
};

/**
 * The course step by step, the top of its axis (from zero, with everything in it), and the place of the step that tells: the newest, but
 * for one that still runs and does not stand out yet.
 */
export function courseSteps({ startAt, stepMs, until, values, expected, high }: AlertCourse): {
  steps: CourseStep[];
  told: number;
  endAt: number;
  top: number;
} {
  const steps = values.map((value, index) => {
    const at = startAt + index * stepMs;
    return {
      at,
      value,
      expected: expected[index] ?? 0,
      high: high[index] ?? expected[index] ?? 0,
      isRunning: until !== undefined && until < at + stepMs,
    };
  });
  const top = Math.max(...steps.flatMap((step) => [step.value, step.expected, step.high]), 0);
  const told = steps.findLastIndex(({ isRunning, value, high: usual }) => !isRunning || value > usual);
  return { steps, told, endAt: startAt + values.length * stepMs, top: top > 0 ? top : 1 };
}

const rounds = [8, 5, 4, 2, 1];

/** A round number below `top`, where an axis has its one line. */
export function axisValue(top: number): number {
  const most = top * 0.9;
  if (most < 1) return top;
  const unit = 10 ** Math.floor(Math.log10(most));
  return unit * (rounds.find((one) => one * unit <= most) ?? 1);
}
