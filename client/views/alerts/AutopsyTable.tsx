import { Link } from 'wouter';
import type { Alert, Autopsy } from '../../../shared/alerts.ts';
import { nameIn } from '../../../shared/nameIn.ts';
import { type AutopsyRow, autopsyRows } from '../../select/autopsyRows.ts';
import { exploreLink } from '../../select/exploreState.ts';
import { partFilters } from '../../select/partFilters.ts';
import { hrefTo, looksOf, useHere } from '../../ui/hrefs.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './AlertPage.module.css';
import { CopiesShare } from './CopiesShare.tsx';
import { sayBetween } from './sayBetween.ts';
import { sayPart } from './sayPart.ts';
import type { AlertsPage } from './useAlertsPage.ts';

type Props = { alert: Alert; autopsy: Autopsy; page: AlertsPage };

/** What is more than usual, split into parts that add up to all of it. Each part opens its messages. */
export function AutopsyTable({ alert, autopsy, page }: Props) {
  const { say, language } = useWords();
  const here = useHere();
  const { names, format } = page;
  const { rows, whole, digits, parts } = autopsyRows(autopsy);
  const figure = digits === 1 ? format.tenths : format.number;
  const signed = (value: number) => `${value < 0 ? '−' : value > 0 ? '+' : ''}${figure(Math.abs(value))}`;
  // One scale for all: a rest cut to the largest part would be read as no more than that.
  const widest = Math.max(...rows.map(({ excess }) => Math.abs(excess)), 1e-9);
  const cells = ({ value, expected, excess, share }: Omit<AutopsyRow, 'part'>) => (
    <>
      <td>{format.number(value)}</td>
      <td className="ink-2">{figure(expected)}</td>
      <td>
        <b className="strong">{signed(excess)}</b>
      </td>
      <td className="ink-2">{whole.excess > 0 ? format.percent(share) : ''}</td>
    </>
  );
  const { event, nature } = autopsy;
  const span = format.duration(autopsy.to - autopsy.from);
  return (
    <section className="section" aria-labelledby="autopsy-title">
      <h2 id="autopsy-title" className="section-title">
        {say('autopsy.title', { excess: signed(whole.excess) })} <small>{sayBetween(autopsy, say, format)}</small>
      </h2>
      <p className={css.nature} data-nature={nature}>
        <b className="strong">
          {alert.kind === 'copies' ? (
            <CopiesShare alert={alert} autopsy={autopsy} page={page} />
          ) : (
            say(`autopsy.nature.${nature}`)
          )}
        </b>{' '}
        {nature === 'own-event' && event ? (
          <>
            {say('autopsy.event', { name: nameIn(event, language), moment: format.moment(event.at) })}{' '}
            <Link className="door" href={hrefTo(here, `/launches/${event.launch}`)}>
              {say('autopsy.launch')}
            </Link>
          </>
        ) : (
          <span className="ink-2">{say(nature === 'copies' ? 'autopsy.why.copies' : 'autopsy.why.organic')}</span>
        )}
      </p>
      {(alert.kind === 'complaints' || alert.kind === 'volume') && whole.value !== alert.current.value && (
        <p className="t12 ink-3">
          {say(alert.kind === 'complaints' ? 'autopsy.countsLeast' : 'autopsy.counts', { span })}
        </p>
      )}
      {alert.kind === 'copies' && (
        <p className="t12 ink-3">{say('autopsy.countsAll', { whole: format.number(whole.value), span })}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={css.scroll} tabIndex={0} aria-label={say('autopsy.part')}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{say('autopsy.part')}</th>
              <td />
              <th scope="col">{say('autopsy.counted')}</th>
              <th scope="col">{say('autopsy.usual')}</th>
              <th scope="col">{say('autopsy.excess')}</th>
              <th scope="col">{say('autopsy.share')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.part ? sayPart(row.part, names, say, format) : 'rest'} data-part={row.part ? '' : 'rest'}>
                <th scope="row">
                  {row.part ? (
                    <Link className="door" href={exploreLink(partFilters(alert, autopsy, row.part), looksOf(here))}>
                      {sayPart(row.part, names, say, format)}
                    </Link>
                  ) : (
                    <span className="ink-2">{say('autopsy.rest', { count: parts })}</span>
                  )}
                  <Bar excess={row.excess} widest={widest} isRest={!row.part} isBelow />
                </th>
                <td className={css.barCell}>
                  <Bar excess={row.excess} widest={widest} isRest={!row.part} />
                </td>
                {cells(row)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say('autopsy.whole')}</th>
              <td />
              {cells(whole)}
            </tr>
          </tfoot>
        </table>
      </section>
    </section>
  );
}

type BarProps = { excess: number; widest: number; isRest: boolean; isBelow?: boolean };

/** `isBelow`: where there is no room for a column of bars, they stand under the names. */
function Bar({ excess, widest, isRest, isBelow = false }: BarProps) {
  return (
    <i
      className={isBelow ? `${css.bar} ${css.below}` : css.bar}
      data-less={excess < 0 || undefined}
      data-rest={isRest || undefined}
      style={{ width: `${((100 * Math.abs(excess)) / widest).toFixed(1)}%` }}
    />
  );
}
