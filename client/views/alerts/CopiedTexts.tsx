import { Link } from 'wouter';
import type { Alert, Autopsy } from '../../../shared/alerts.ts';
import { exploreLink } from '../../select/exploreState.ts';
import { looksOf, useHere } from '../../ui/hrefs.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './AlertPage.module.css';
import { sayBetween } from './sayBetween.ts';
import type { AlertsPage } from './useAlertsPage.ts';
import { useCopiedTexts } from './useCopiedTexts.ts';

/** What a storm of copies consists of: each text that was copied and how often, before any split by theme or channel. */
export function CopiedTexts({ alert, autopsy, page }: { alert: Alert; autopsy: Autopsy; page: AlertsPage }) {
  const { say } = useWords();
  const here = useHere();
  const { format, data } = page;
  const { brand } = alert;
  const { from, to } = autopsy;
  const brands = brand === undefined ? [] : [brand];
  const copies = useCopiedTexts(alert, autopsy, data);
  const items = copies.data?.items ?? [];
  if (items.length === 0)
    return copies.error ? (
      <p className={css.none}>{say('autopsy.copiedFailed', { why: copies.error.message })}</p>
    ) : null;
  const widest = Math.max(...items.map(({ size }) => size));
  return (
    <section className="section" aria-labelledby="copied-title">
      <h2 id="copied-title" className="section-title">
        {say('autopsy.copiedTexts')}{' '}
        <small>{say('autopsy.copiedMost', { between: sayBetween(autopsy, say, format) })}</small>
      </h2>
      <ol>
        {items.map(({ of, original, size }) => (
          <li key={of} className={css.copied}>
            <b className="strong">
              {format.number(size)} <small>{say('autopsy.copiedTimes', { span: format.duration(to - from) })}</small>
            </b>
            <i className={css.bar} style={{ width: `${((100 * size) / widest).toFixed(1)}%` }} />
            <Link
              className="door"
              lang={original.lang || undefined}
              href={exploreLink({ range: 'custom', from, to, brands, stage: 'important', copies: of }, looksOf(here))}
            >
              {original.text}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
