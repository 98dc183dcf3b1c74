import type { Alert } from '../../shared/alerts.ts';
import { courseSteps } from './alertCourse.ts';

/** Since when the bars stand above the usual range; `isOpen`: from their first one on, so perhaps since earlier. */
export type StoodBefore = { from: number; isOpen: boolean };

/**
 * Bars are counted anew when posts come late, the moment at which an alert began is not: null unless they stood above the usual range
 * without a break for a step or more before that moment.
 */
export function stoodBefore({
  at,
  course,
  current,
  isKnown,
}: Pick<Alert, 'at' | 'course' | 'current' | 'isKnown'>): StoodBefore | null {
  if (!course || !isKnown) return null;
  const before = courseSteps(course, current).steps.filter((step) => step.to <= at);
  const last = before.at(-1);
  if (!last || at - last.to >= course.stepMs) return null;
  const calm = before.findLastIndex(({ value, high }) => value <= high);
  const first = before[calm + 1];
  return first ? { from: first.at, isOpen: calm === -1 } : null;
}
