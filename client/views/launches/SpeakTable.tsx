import { useId } from 'react';
import type { SpeakRow } from '../../select/speakRows.ts';
import { Fold } from '../../ui/Fold.tsx';
import { sayHours, sayPlace } from '../../ui/saySpeak.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './SpeakPanel.module.css';

/** The figures behind the map of hours. */
export function SpeakTable({ rows, zone }: { rows: readonly SpeakRow[]; zone: string }) {
  const { say } = useWords();
  const id = useId();
  const format = useFormat(zone);
  return (
    <Fold name={say('speak.table')} isLate>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className={css.scroll} tabIndex={0} aria-labelledby={id}>
        <table className={css.table}>
          <caption id={id}>{say('speak.tableOf')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('speak.hour')}</th>
              {rows.map(({ key, channel, days }) => (
                <th key={key} scope="col">
                  {sayPlace(channel, days, say)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: 24 }, (_, hour) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the index is the hour
              <tr key={hour}>
                <th scope="row">{sayHours(hour, 1)}</th>
                {rows.map(({ key, profile }) => {
                  const rate = profile.rates[hour];
                  return (
                    <td key={key}>
                      {rate
                        ? `${format.times(rate.perHour)} (${format.times(rate.low)}–${format.times(rate.high)})`
                        : say('speak.unknown')}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Fold>
  );
}
