import type { AlertCourse } from '../../shared/alerts.ts';
import type { Stretch } from '../select/alertCourse.ts';
import type { Format } from './format.ts';
import type { Say } from './useWords.ts';

/** What the bars of an alert say: of what time each is, what the alert is about, and at what pace that came. */
export function courseLabels(
  course: AlertCourse,
  from: string,
  say: Say,
  format: Format,
  size: 'wall' | 'page' = 'wall',
) {
  const span = format.duration(course.stepMs);
  return {
    what: say('alert.courseWhat', { span }),
    usual: say(size === 'wall' ? 'alert.usualRange' : 'alert.usualFaint', { span }),
    told: (stretch: Stretch, hasPace: boolean) => {
      const counted = say('alert.step', {
        from: format.time(stretch.from),
        to: format.time(stretch.to),
        value: format.number(stretch.value),
      });
      return stretch.length !== 'shorter' || !hasPace
        ? counted
        : say('alert.pace', { counted, pace: format.number(Math.round(stretch.pace)), span });
    },
    number: format.number,
    from,
    to: format.time,
  };
}
