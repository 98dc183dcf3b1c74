import { TimeSeries, type TimeSeriesProps } from '../../charts/TimeSeries.tsx';
import { useCounts } from '../../history/useCounts.ts';
import { type Counting, countings, countRows } from '../../select/countRows.ts';
import type { Picture } from '../../select/explorePicture.ts';
import { openEnd, roundTop } from '../../select/timeSeries.ts';
import { Loading } from '../../ui/Loading.tsx';
import css from './Explore.module.css';
import { Legend } from './Legend.tsx';
import type { Explored } from './useExplore.ts';

const colors: Record<Counting, string> = {
  mentions: 'var(--ink-1)',
  distinct: 'var(--brand-6)',
  authors: 'var(--brand-9)',
};

type Shared = Pick<
  TimeSeriesProps,
  'width' | 'xTicks' | 'formatX' | 'labelWidth' | 'onSelect' | 'events' | 'unheard' | 'unheardWord'
>;
type Props = { picture: Picture; explored: Explored; isPhone: boolean; shared: Shared };

/** Is it many people, or one text said many times? Mentions, distinct texts and distinct authors on one scale. */
export function CountsChart({ picture, explored, isPhone, shared }: Props) {
  const { say, format } = explored;
  const counts = useCounts(explored.state, picture.window, explored.version);
  const height = isPhone ? 170 : 204;
  if (!counts.data)
    return (
      <div style={{ height }}>{counts.error ? <p className="t12 ink-3">{counts.error.message}</p> : <Loading />}</div>
    );
  const { answer, window, cut } = counts.data;
  const { points, whole } = answer;
  const rows = countRows(points, window, cut, shared.unheard, picture.heardFrom);
  const known = points.some(({ authors }) => authors !== undefined) ? countings : countings.slice(0, 2);
  const sum = (key: 'mentions' | 'distinct') => points.reduce((all, point) => all + point[key], 0);
  const lines = known.map((key) => ({
    key,
    name: say(`explore.counted.${key}`),
    color: colors[key],
    figure: key === 'authors' ? (whole ? format.number(whole.authors) : '') : format.number(sum(key)),
    note: key === 'authors' && whole && whole.authorsError > 0 ? `±${format.number(whole.authorsError)}` : undefined,
    isFocus: key === 'mentions',
  }));
  const highest = points.reduce((most, { mentions }) => Math.max(most, mentions), 0);
  const top = roundTop(highest);
  const errors = new Map(points.map(({ at, authorsError }) => [at, authorsError ?? 0]));
  return (
    <>
      <TimeSeries
        {...shared}
        from={window.from}
        to={window.to}
        height={height}
        rows={rows}
        // The thickest line lies at the bottom: often all three run on one another.
        lines={lines.toReversed()}
        domain={[0, top]}
        yTicks={[0, top / 4, top / 2, (3 * top) / 4, top].filter((tick) => top > 4 || Number.isInteger(tick))}
        formatY={(value) => format.number(value)}
        label={say('explore.countsChart', { names: lines.map(({ name, figure }) => `${name} ${figure}`).join(', ') })}
        describe={(row) => (
          <>
            <b className="strong">{format.moment(row.at)}</b>
            {lines.map(({ key, name, color }) => {
              const value = row[key] ?? row[key + openEnd];
              const error = key === 'authors' ? (errors.get(row.at) ?? 0) : 0;
              return (
                <span key={key} className={css.read}>
                  <i style={{ background: color }} />
                  {name} {typeof value === 'number' ? format.number(value) : say('explore.notKnown')}
                  {typeof value === 'number' && error > 0 && ` ±${format.number(error)}`}
                </span>
              );
            })}
          </>
        )}
      />
      {isPhone && <Legend of={say('explore.figuresOf')} lines={lines} />}
      {known.length < countings.length && points.length > 0 && (
        <p className="t12 ink-3">{say('explore.authorsUnknown')}</p>
      )}
    </>
  );
}
