import type { AlertCourse, AlertFigure } from '../../shared/alerts.ts';

export type CourseStep = {
  at: number;
  /** Where it ends; of a step that still runs, until when it was counted. */
  to: number;
  value: number;
  expected: number;
  high: number;
  /** Counted before its end: lower than it will be. */
  isRunning: boolean;
};

/** The time that an alert is about, epoch ms, and what was counted in it. */
export type Stretch = {
  from: number;
  to: number;
  value: number;
  /** What as much is in one step: so it can be held against the bars. */
  pace: number;
  /** Beside a step: of one that is as long the count is its own pace, of a longer one the bars in it tell. */
  length: 'shorter' | 'same' | 'longer';
};

/** The course step by step, on an axis of time that ends when it was counted; what stands out in it; the top of its axis, from zero. */
export function courseSteps(
  { startAt, stepMs, until, values, expected, high }: AlertCourse,
  figure: AlertFigure,
): { steps: CourseStep[]; stretch: Stretch | null; endAt: number; top: number } {
  const lastAt = startAt + values.length * stepMs;
  // Counted anew with every look, while the bars are drawn less often.
  const counted = Math.max(until ?? lastAt, figure.at);
  const endAt = Math.min(lastAt, counted);
  const steps = values.map((value, index) => {
    const at = startAt + index * stepMs;
    return {
      at,
      to: Math.min(endAt, at + stepMs),
      value,
      expected: expected[index] ?? 0,
      high: high[index] ?? expected[index] ?? 0,
      isRunning: until !== undefined && until < at + stepMs,
    };
  });
  const stretch = stretchOf(figure, { startAt, endAt, stepMs });
  const top = Math.max(
    0,
    stretch && stretch.length !== 'longer' ? stretch.pace : 0,
    ...steps.flatMap((step) => [step.value, step.expected, step.high]),
  );
  return { steps, stretch, endAt, top: top > 0 ? top : 1 };
}

/** Null where the bars do not show the time of which the alert speaks. */
function stretchOf(
  { at, spanMs, value }: AlertFigure,
  { startAt, endAt, stepMs }: { startAt: number; endAt: number; stepMs: number },
): Stretch | null {
  const from = at - spanMs;
  if (spanMs <= 0 || from >= endAt || at <= startAt) return null;
  const length = spanMs < stepMs ? 'shorter' : spanMs === stepMs ? 'same' : 'longer';
  return { from, to: at, value, pace: (value * stepMs) / spanMs, length };
}

const rounds = [8, 5, 4, 2, 1];

/** A round number below `top`, where an axis has its one line. */
export function axisValue(top: number): number {
  const most = top * 0.9;
  if (most < 1) return top;
  const unit = 10 ** Math.floor(Math.log10(most));
  return unit * (rounds.find((one) => one * unit <= most) ?? 1);
}
