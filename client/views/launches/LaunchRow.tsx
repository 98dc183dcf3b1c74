import { Link } from 'wouter';
import { launchTheme } from '../../../shared/launchThemes.ts';
import { hourMs } from '../../../shared/rollup.ts';
import { isGrey } from '../../../shared/uncertainty.ts';
import { LaunchSpark } from '../../charts/LaunchSpark.tsx';
import type { Names } from '../../history/useWorkspace.ts';
import { exploreLink } from '../../select/exploreState.ts';
import { type LaunchTableRow, type Reached, tableAxis } from '../../select/launchTable.ts';
import { hrefTo, looksOf, useHere } from '../../ui/hrefs.ts';
import { offsetWords } from '../../ui/offsetWords.ts';
import { sayOutcome } from '../../ui/sayOutlook.ts';
import { sayTextsBeside } from '../../ui/sayTextsBeside.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Launches.module.css';

type Props = {
  row: LaunchTableRow;
  names: Names;
  now: number;
  top: number;
  /** Launches of the demo are still being read in. */
  isTelling: boolean;
  /** What outcomes are, where any launch has one. */
  outcome: { name?: string | undefined; unit?: string | undefined } | null;
};

const spark = { width: 190, height: 40 };

/** One launch in the table: when, its curve, how much it drew, how people felt, and what that is beside those before it. */
export function LaunchRow({ row, names, now, top, outcome, isTelling }: Props) {
  const { say } = useWords();
  const here = useHere();
  const { launch, told, isAhead, early, day, peak, net } = row;
  const format = useFormat(launch.timeZone);
  const color = names.color(launch.brand);
  const until = (reached: Reached | null) => {
    if (!reached) return <span className="ink-3">–</span>;
    const range = { range: 'custom', from: launch.at, to: launch.at + reached.toMs } as const;
    const themes = told?.counts === 'product' ? [launchTheme(launch.id)] : [];
    return (
      <>
        <Link
          className={`door ${css.over}`}
          href={exploreLink({ ...range, brands: [launch.brand], themes, stage: 'important' }, looksOf(here))}
        >
          {format.number(reached.mentions)}
        </Link>
        <small className={css.note}>{say('list.texts', { texts: reached.texts })}</small>
        {reached.stops && (
          <small className={css.note}>
            {say(reached.stops === 'now' ? 'list.soFar' : 'list.heardTo', { at: offsetWords(reached.toMs, format) })}
          </small>
        )}
      </>
    );
  };
  return (
    <tr>
      <th scope="row" className={css.name}>
        <i style={{ background: color }} />
        <div>
          <Link className={css.link} href={hrefTo(here, `/launches/${encodeURIComponent(launch.id)}`)}>
            {launch.name}
          </Link>
          <small>
            {names.brand(launch.brand)},{' '}
            <time dateTime={new Date(launch.at).toISOString()}>{format.moment(launch.at)}</time> {format.city},{' '}
            {offsetWords(now - launch.at, format)}
          </small>
        </div>
      </th>
      <td className={css.curve}>
        {told && told.points.length > 0 ? (
          <LaunchSpark
            {...spark}
            fromMs={tableAxis.from * hourMs}
            toMs={tableAxis.to * hourMs}
            top={top}
            stepMs={hourMs}
            points={told.points}
            color={color}
            label={
              peak
                ? say('list.curve', {
                    name: launch.name,
                    peak: format.number(peak.mentions),
                    at: offsetWords(peak.offsetMs, format),
                  })
                : say('list.curveFlat', { name: launch.name })
            }
          />
        ) : (
          <span className="ink-3">{said(row, isTelling, now, say, format).nothing}</span>
        )}
      </td>
      <td data-name={say('list.early')}>{until(early)}</td>
      <td data-name={say('list.day')}>{until(day)}</td>
      <td data-name={say('list.peak')}>
        {peak ? (
          <>
            {format.number(peak.mentions)}
            <small className={css.note}>{offsetWords(peak.offsetMs, format)}</small>
          </>
        ) : (
          <span className="ink-3">–</span>
        )}
      </td>
      <td data-name={say('list.net')}>
        {net ? (
          <>
            <span className={isGrey(net) ? 'ink-3' : net.net > 0 ? 'positive' : 'negative'}>
              {format.signed(net.net)}
            </span>
            <small className={css.note}>{format.netSpread(net)}</small>
          </>
        ) : (
          <span className="ink-3">{told && day ? say('list.tooFew') : '–'}</span>
        )}
      </td>
      {outcome && (
        <td data-name={outcome.name ?? say('list.outcome')}>
          {launch.outcome === undefined ? (
            <span className="ink-3">–</span>
          ) : (
            sayOutcome(launch.outcome, outcome.unit, format)
          )}
        </td>
      )}
      <td className={css.verdict} data-way={row.verdict?.way}>
        {isAhead && told
          ? say('list.ahead', { in: format.duration(launch.at - now) })
          : said(row, isTelling, now, say, format).verdict}
        {/* Launches have come differently far: figures under each other are of different hours. */}
        {row.verdict && (
          <small className={css.note}>
            {say('list.at', {
              hours: Math.round(row.verdict.toMs / hourMs),
              texts: sayTextsBeside(row.verdict.texts.how, row.verdict.texts.times, say, format),
            })}
          </small>
        )}
      </td>
    </tr>
  );
}

/** What is said instead of a curve, and beside it. */
function said(
  { launch, told, isAhead, verdict }: LaunchTableRow,
  isTelling: boolean,
  now: number,
  say: ReturnType<typeof useWords>['say'],
  format: ReturnType<typeof useFormat>,
): { nothing: string; verdict: string } {
  if (isAhead) return { nothing: say('list.ahead', { in: format.duration(launch.at - now) }), verdict: '' };
  if (!told) return { nothing: '', verdict: '' };
  const why = { 'not-counted': 'list.notCounted', 'not-told': 'list.notTold', 'not-heard': 'list.notHeard' } as const;
  const nothing = say(why[told.missing ?? 'not-heard']);
  // Those before it are read in after it.
  if (!verdict) return { nothing, verdict: told.points.length > 0 ? say(isTelling ? 'list.notTold' : 'list.few') : '' };
  const { way, times, launches } = verdict;
  return { nothing, verdict: say(`list.${way}`, { times: format.times(times), launches }) };
}
