import type { AlertCourse } from '../../shared/alerts.ts';
import { type CourseStep, courseSteps } from '../select/alertCourse.ts';
import type { Format } from './format.ts';
import type { Say } from './useWords.ts';

/** What the bars of an alert say: of what time each is, which one tells, and what it counts. */
export function courseLabels(course: AlertCourse, from: string, say: Say, format: Format) {
  const span = format.duration(course.stepMs);
  const { endAt } = courseSteps(course);
  const counted = course.until ?? endAt;
  return {
    what: say('alert.courseWhat', { span }),
    usual: say('alert.usualRange', { span }),
    told: ({ at, value, isRunning }: CourseStep) =>
      say(isRunning ? 'alert.stepSoFar' : 'alert.step', {
        from: format.time(at),
        to: format.time(isRunning ? counted : at + course.stepMs),
        value: format.number(value),
      }),
    number: format.number,
    from,
    to: format.time(Math.min(counted, endAt)),
  };
}
