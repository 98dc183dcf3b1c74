import type { ForecastAnswer } from '../../../shared/forecast.ts';
import type { Format } from '../../ui/format.ts';
import { type Say, useWords } from '../../ui/useWords.ts';
import css from './Brief.module.css';

/** What the hours ahead rest on, and how such forecasts came out so far: also where last week was the better guess. */
export function aheadSentence({ record, refused }: ForecastAnswer, say: Say, format: Format): string {
  if (refused) return say('ahead.early', { heard: refused.heardHours, needed: refused.neededHours });
  if (!record) return '';
  const { hours, covered80, error, errorOfLastWeek } = record;
  const said = say('ahead.record', { held: format.percent(covered80), hours, error: format.times(error) });
  if (errorOfLastWeek === null) return said + say('ahead.stop');
  const week = { week: format.times(errorOfLastWeek) };
  return said + say(error > errorOfLastWeek ? 'ahead.worse' : 'ahead.better', week);
}

export function AheadNote({ forecast, format }: { forecast: ForecastAnswer; format: Format }) {
  const { say } = useWords();
  const said = aheadSentence(forecast, say, format);
  return said === '' ? null : <p className={css.ahead}>{said}</p>;
}
