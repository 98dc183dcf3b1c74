import type { AlertCourse, AlertFigure } from '../../shared/alerts.ts';
import { type CourseStep, courseSteps, type Stretch } from '../select/alertCourse.ts';

type Bar = { left: number; right: number; tall: number };
/** `base`: where zero is; `room`: how high the axis is above it; `least`: how high nothing at all stands; `narrowest` of what is in colour; all px. */
type Sizes = { width: number; base: number; room: number; gap: number; narrowest: number; least: number };

/**
 * Where an alert's hours stand, px: bars as wide as their time; told, in colour, the time that the alert is about: a bar of its own, from when
 * until when it was and as high as its pace, over what it counts too; where it is longer than a bar, the bars in it. `band` is the usual
 * range's upper edge, as the rest of a path that begins at its left.
 */
export function layAlertBars(
  course: AlertCourse,
  figure: AlertFigure,
  { width, base, room, gap, narrowest, least }: Sizes,
) {
  const { steps, stretch, endAt, top } = courseSteps(course, figure);
  const y = (value: number) => base - (room * value) / top;
  const x = (at: number) => (width * (at - course.startAt)) / Math.max(1, endAt - course.startAt);
  const tallOf = (value: number) => Math.max(base - y(value), least);
  const own = stretch && stretch.length !== 'longer' ? ownBar(stretch) : null;
  // Of a step that has just begun a dot would be drawn at the end of the axis, and read as nothing at all.
  const drawn = steps.filter((step) => !step.isRunning || x(step.to) - x(step.at) >= narrowest);
  const bars = drawn.flatMap((step) => partsOf(step).map((part) => ({ ...part, ...step, tall: tallOf(step.value) })));
  const band = steps.map(({ high, to }) => `${y(high).toFixed(1)}H${x(to).toFixed(1)}`).join('V');

  /** Where a step is drawn: all of it, or what the alert's own bar leaves; a sliver beside that would be read as a bar. */
  function partsOf({ at, to }: CourseStep): { left: number; right: number }[] {
    if (!own || !stretch || to <= stretch.from || at >= stretch.to) {
      const left = x(at) + gap;
      return [{ left, right: Math.max(left + 1, x(to) - gap) }];
    }
    const before = { left: x(at) + gap, right: own.left - gap };
    const after = { left: own.right + gap, right: x(to) - gap };
    return [before, after].filter(({ left, right }) => right - left >= narrowest);
  }

  function ownBar({ from, to, pace }: Stretch): Bar {
    const right = Math.min(width, Math.max(x(to) - gap, narrowest));
    return { left: Math.max(0, Math.min(x(from) + gap, right - narrowest)), right, tall: tallOf(pace) };
  }

  /** What of the bars is within the time that the alert is about. */
  function barsWithin(): Bar[] {
    if (!stretch) return [];
    const [from, to] = [x(stretch.from), x(stretch.to)];
    return bars
      .map((bar) => ({ left: Math.max(bar.left, from), right: Math.min(bar.right, to), tall: bar.tall }))
      .filter((part) => part.right > part.left);
  }
  return { steps, stretch, endAt, top, x, y, bars, told: own ? [own] : barsWithin(), band };
}
