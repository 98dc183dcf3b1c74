import type { Alert } from '../../../shared/alerts.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './AlertPage.module.css';
import type { AlertsPage } from './useAlertsPage.ts';

/** What else of the same brand stood out at the same time: one alert, not three. */
export function WithIt({ alert, page: { names } }: { alert: Alert; page: AlertsPage }) {
  const { say } = useWords();
  if (alert.with.length === 0) return null;
  return (
    <section className="section" aria-labelledby="with-title">
      <h2 id="with-title" className="section-title">
        {say('alert.with')}
      </h2>
      <ul className={css.with}>
        {alert.with.map(({ kind, theme, channel, source, term }) => {
          const about = [
            theme !== undefined && names.theme(theme),
            channel !== undefined && say(`channel.${channel}`),
            source,
            term !== undefined && `“${term}”`,
          ].filter(Boolean);
          return <li key={[kind, ...about].join(' ')}>{[say(`alert.kind.${kind}`), ...about].join(', ')}</li>;
        })}
      </ul>
    </section>
  );
}
