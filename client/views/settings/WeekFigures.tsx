import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { FiguresState, SeriesAnswer } from '../../../shared/protocol.ts';
import { dayMs } from '../../../shared/rollup.ts';
import { getJson, withQuery } from '../../history/fetchJson.ts';
import { useFrame } from '../../live/useFrame.ts';
import { exploreLink } from '../../select/exploreState.ts';
import type { WatchedKind } from '../../select/watched.ts';
import { weekSlots } from '../../select/weekSlots.ts';
import type { Format } from '../../ui/format.ts';
import { looksOf, useHere } from '../../ui/hrefs.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Settings.module.css';

const days = 7;
const selectKnownFrom = (state: FiguresState) => state.knownFrom;
const bar = { width: 22, height: 44, gap: 6 };
/** px, of a day's name below the bars. */
const dayWidth = 76;

type Props = { kind: WatchedKind; id: string; color: string; format: Format };

/** What the query as it is saved found in the last seven days, day by day, and which share of it matters. */
export function WeekFigures({ kind, id, color, format }: Props) {
  const { say } = useWords();
  const here = useHere();
  const filter = kind === 'brands' ? { brand: id } : { theme: id };
  const { data } = useQuery({
    queryKey: ['week', kind, id],
    queryFn: async ({ signal }) => {
      const to = Date.now();
      const asked = { ...filter, from: to - days * dayMs, to, step: '1d', authors: 'no' };
      const { points } = await getJson<SeriesAnswer>(withQuery('/api/series', asked), signal);
      return { to, points };
    },
    staleTime: 60_000,
  });
  const knownFrom = useFrame('figures/24h', selectKnownFrom);
  if (!data || data.points.length === 0) return null;
  const { points, to } = data;
  // Days that nobody listened to would be a row of blanks.
  const slots = weekSlots(points, to - days * dayMs, to).filter(
    ({ at }) => knownFrom === undefined || at + dayMs > knownFrom,
  );
  // A week of which only hours were listened to is no week.
  const isPart = knownFrom !== undefined && knownFrom > to - days * dayMs;
  const mentions = points.reduce((sum, point) => sum + point.mentions, 0);
  const significant = points.reduce((sum, point) => sum + point.significant, 0);
  const top = Math.max(1, ...points.map((point) => point.mentions));
  const width = Math.max(dayWidth, slots.length * (bar.width + bar.gap) - bar.gap);
  const address = exploreLink(
    {
      range: 'custom',
      from: to - days * dayMs,
      to,
      stage: 'important',
      ...(kind === 'brands' ? { brands: [id] } : { themes: [id] }),
    },
    looksOf(here),
  );
  return (
    <section className={css.week} aria-label={say('settings.week')}>
      <p>
        <b>
          <Link className="door" href={address}>
            {format.number(mentions)}
          </Link>
        </b>{' '}
        {isPart
          ? say('settings.weekPart', { count: mentions, moment: format.moment(knownFrom) })
          : say('settings.weekMentions', { count: mentions })}
        <small>{say('settings.weekKept', { share: format.percent(significant / Math.max(1, mentions)) })}</small>
      </p>
      {/* One bar has nothing to be compared with. */}
      {slots.length > 1 && (
        <svg
          width={width}
          height={bar.height + 20}
          role="img"
          aria-label={say('settings.weekBars', { top: format.number(top) })}
        >
          <line className="bl" x1="0" x2={width} y1={bar.height + 0.5} y2={bar.height + 0.5} />
          {slots.map((point, place) => {
            const high = (bar.height * point.mentions) / top;
            const kept = (bar.height * point.significant) / top;
            const x = width - bar.width - (slots.length - 1 - place) * (bar.width + bar.gap);
            return (
              <g key={point.at}>
                <title>{`${format.date(point.at)}: ${format.number(point.mentions)}`}</title>
                <rect x={x} y={bar.height - high} width={bar.width} height={high} fill="var(--hairline-strong)" />
                <rect x={x} y={bar.height - kept} width={bar.width} height={kept} fill={color} />
              </g>
            );
          })}
          {width > 2 * dayWidth && (
            <text className="ax" x="0" y={bar.height + 16}>
              {format.day(slots[0]!.at)}
            </text>
          )}
          <text className="ax" x={width} y={bar.height + 16} textAnchor="end">
            {format.day(slots.at(-1)!.at)}
          </text>
        </svg>
      )}
    </section>
  );
}
