import { useMemo } from 'react';
import { isLaunchTheme } from '../../../shared/launchThemes.ts';
import { dayMs } from '../../../shared/rollup.ts';
import { isGrey, type NetSentiment } from '../../../shared/uncertainty.ts';
import { type PanelLine, ThemePanels } from '../../charts/ThemePanels.tsx';
import { type SeriesLine, TimeSeries } from '../../charts/TimeSeries.tsx';
import { changeBetween } from '../../select/changeBetween.ts';
import { exploreEvents } from '../../select/exploreEvents.ts';
import type { Picture } from '../../select/explorePicture.ts';
import { countsCutOf } from '../../select/exploreRange.ts';
import { splits } from '../../select/exploreState.ts';
import { intervalShape } from '../../select/loneIntervals.ts';
import { seamMarks } from '../../select/seamMarks.ts';
import {
  beforeKey,
  besideBefore,
  type ChartRow,
  endFigure,
  hasLine,
  labelledTotals,
  lowestOf,
  openEnd,
  openStart,
  roundTop,
  sentimentCut,
  sentimentRows,
  strongestKeys,
  totalsByKey,
  volumeRows,
} from '../../select/timeSeries.ts';
import { timeTicks } from '../../select/timeTicks.ts';
import { SavePicture } from '../../ui/SavePicture.tsx';
import { SeamNote, useSeam } from '../../ui/SeamNote.tsx';
import { useMissing } from '../../ui/useMissing.ts';
import { CountsChart } from './CountsChart.tsx';
import css from './Explore.module.css';
import { Legend } from './Legend.tsx';
import type { Explored } from './useExplore.ts';
import { useWidth } from './useWidth.ts';

/** All nine channels, or eight themes and what has none. */
const mostPanels = 9;
/** More lines than this cross each other. */
const mostCrossing = 4;
const narrow = 560;
/** px, of the words beside a line. */
const letterWidth = 7;
const labelLetters = ({ name, figure, note }: SeriesLine) => name.length + figure.length + (note?.length ?? 0) + 2;

type Props = { picture: Picture; explored: Explored };

const opinionOf = (net: NetSentiment | null) =>
  !net || isGrey(net) ? 'neutral' : net.net > 0 ? 'positive' : 'negative';

/** Themes and channels have no colour of their own: lines in one drawing take the palette from its other end, in their order. */
const otherColors = [6, 10, 3, 9, 5, 12, 7, 1, 2, 4, 8, 11];

/** Volume and net sentiment on one time axis, split by brand, theme or channel. */
export function Charts({ picture, explored }: Props) {
  const { state, change, say, names, format, zone, workspace, doubtful, errors } = explored;
  const [ref, width] = useWidth();
  const { window, cut, points } = picture;
  const totals = useMemo(() => totalsByKey(points), [points]);
  const keys = useMemo(
    () => strongestKeys(totals, mostPanels, state.by === 'theme' ? 'none' : undefined),
    [totals, state.by],
  );
  const focus = keys[0];
  const missing = useMissing(window.live ? window : undefined, format);
  const isPhone = width < narrow;
  const unheard = useMemo(() => [...picture.unknown, ...picture.unheard], [picture.unknown, picture.unheard]);

  // More lines than these cross each other until nobody can follow one: each gets a drawing of its own.
  const isPanels = keys.length > mostCrossing && !state.isCounts;
  const compared = useMemo(() => (isPanels ? keys : keys.slice(0, 1)), [isPanels, keys]);
  // Where posts are missing on either side nobody knows what changed.
  const isJudged = missing === null && picture.unheard.length + picture.unheardBefore.length === 0;
  const rows = useMemo(() => {
    const drawn = volumeRows(points, keys, window, cut, unheard, picture.heardFrom);
    if (!isJudged || !picture.beforePoints || cut.stepMs >= dayMs) return drawn;
    const shift = window.to - window.from;
    const earlier = picture.beforePoints.map((point) => ({ ...point, at: point.at + shift }));
    const before = volumeRows(earlier, compared, { ...window, live: false }, cut, []);
    if (!before.some((row) => compared.some((key) => row[key] !== 0 && row[key] !== null))) return drawn;
    return besideBefore(drawn, before, compared);
  }, [points, keys, window, cut, picture.beforePoints, picture.heardFrom, unheard, isJudged, compared]);
  const isBegun = focus !== undefined && rows.some((row) => focus + openStart in row);
  const hasBefore = focus !== undefined && rows.some((row) => focus + beforeKey in row);
  // A launch's product is counted as a theme, and is a whole all the same: its page says so too.
  const isOfTheme = state.by === 'theme' || state.themes.some((theme) => !isLaunchTheme(theme));
  const error = isOfTheme ? errors.theme : errors.whole;
  // Of a part of the mentions there are fewer opinions in each stretch.
  const coarse = isPanels ? sentimentCut(sentimentCut(cut)) : sentimentCut(cut);
  const feeling = useMemo(
    () => sentimentRows(points, keys, keys, window, coarse, error, unheard, picture.heardFrom),
    [points, keys, window, coarse, error, unheard, picture.heardFrom],
  );
  const highest = Math.max(
    0,
    ...rows.flatMap((row) =>
      Object.entries(row).map(([key, value]) => (key !== 'at' && typeof value === 'number' ? value : 0)),
    ),
  );
  const top = roundTop(highest);
  const ticks = timeTicks(window.from, window.to, zone, isPhone ? 4 : 7);
  const nameOf = (key: string) =>
    state.by === 'brand'
      ? names.brand(key)
      : state.by === 'theme'
        ? names.theme(key)
        : say(`channel.${key as 'social'}`);
  /** What is often filed wrongly says so, and has no colour of opinion. */
  const doubtOf = (key: string) => {
    const right = state.by === 'theme' ? doubtful.get(key) : undefined;
    return right === undefined ? '' : `, ${say('score.right', { share: format.percent(right) })}`;
  };
  const colorOf = (key: string) => {
    if (state.by === 'brand') return names.color(key);
    const index =
      state.by === 'theme' ? (workspace?.themes.findIndex((one) => one.id === key) ?? 0) : keys.indexOf(key);
    return index < 0 ? 'var(--neutral)' : `var(--brand-${otherColors[index % otherColors.length]})`;
  };
  const totalsBefore = useMemo(() => totalsByKey(picture.beforePoints ?? []), [picture.beforePoints]);
  const changeOf = (key: string): PanelLine['change'] => {
    if (!hasBefore) return undefined;
    const change = changeBetween(totals.get(key)?.mentions ?? 0, totalsBefore.get(key)?.mentions ?? 0);
    return change && { text: say('explore.changeTimes', { times: format.times(change.times) }), isSure: change.isSure };
  };
  const labelled = labelledTotals(totals, keys, error);
  const volumeLines: SeriesLine[] = labelled.map(({ key, counts }) => ({
    key,
    name: nameOf(key),
    color: colorOf(key),
    figure: format.number(counts.mentions),
    isFocus: key === focus,
  }));
  const feelingLine = (key: string, net: { net: number; low: number; high: number } | null): SeriesLine => ({
    key,
    name: nameOf(key),
    color: colorOf(key),
    figure: net ? format.signed(net.net) : say('explore.tooFew'),
    note: net ? format.netSpread(net) : undefined,
    isFocus: key === focus,
  });
  // A line leads to its own last value; a small drawing tells the whole time's, as its count does, and so do values that no line joins.
  const isOfLines = !isPanels && hasLine(feeling, keys);
  const feelingLines = labelled.map(({ key, net }) => feelingLine(key, isOfLines ? endFigure(feeling, key) : net));
  const feelingOf = say(isOfLines ? 'explore.atLineEnd' : 'explore.figuresOf');
  // Both plots end where the longest of their words begins: an interval that is told by its ends is longer than one with ±.
  const longest = [...volumeLines, ...feelingLines].map((line) => labelLetters(line));
  const labelWidth = isPhone ? 12 : Math.min(240, Math.max(156, 24 + letterWidth * Math.max(0, ...longest)));
  const dayFormat = useMemo(
    () => new Intl.DateTimeFormat(explored.locale, { day: 'numeric', month: 'short', timeZone: zone }),
    [explored.locale, zone],
  );
  const formatX = (at: number) => (ticks.stepMs >= dayMs ? dayFormat.format(at) : format.time(at));
  const seam = useSeam(window.from);
  const launchEvents = exploreEvents(
    (workspace?.launches ?? []).filter((launch) => state.brands.length === 0 || state.brands.includes(launch.brand)),
    window,
    format.time,
  );
  // A jump of the curve there may be the rules', not the public's: its words come before those of events.
  const dayOrMoment = (at: number) => (ticks.stepMs >= dayMs ? dayFormat.format(at) : format.moment(at));
  const seams = seamMarks(seam, window).map(({ at, kind }) => ({
    at,
    name: say(`seam.mark.${kind}`, { when: dayOrMoment(at) }),
    isSeam: true,
  }));
  const events = [...seams.toReversed(), ...launchEvents];
  const stepName = (stepMs: number) => say('explore.per', { step: format.duration(stepMs) });
  const describe = (what: (row: ChartRow, key: string) => string) => (row: ChartRow) => (
    <>
      <b className="strong">{cut.stepMs >= dayMs ? dayFormat.format(row.at) : format.moment(row.at)}</b>
      {volumeLines.map((line) => (
        <span key={line.key} className={css.read}>
          <i style={{ background: line.color }} />
          {line.name} {what(row, line.key)}
        </span>
      ))}
    </>
  );
  const select = (from: number, to: number) =>
    change({
      range: 'custom',
      from: Math.floor(from / 60_000) * 60_000,
      to: Math.ceil(to / 60_000) * 60_000,
      mention: undefined,
    });
  const shared = {
    width,
    from: window.from,
    to: window.to,
    xTicks: ticks.at,
    formatX,
    labelWidth,
    onSelect: select,
    unheard,
    unheardWord: say('state.unheardMark'),
  };
  const isNothingSure = labelled.length > 0 && labelled.every(({ net }) => !net || isGrey(net));
  // An axis holds what is said beside it.
  const isDeep =
    Math.min(lowestOf(feeling, keys, focus), ...keys.map((key) => endFigure(feeling, key)?.low ?? 0)) < -50;
  const shape = focus === undefined ? null : intervalShape(feeling, focus);
  return (
    <div ref={ref} data-picture>
      <header className={css.head}>
        <h2>
          {say('explore.volume')}{' '}
          <small>
            {state.isCounts
              ? say('explore.countedPer', { step: format.duration(countsCutOf(window).stepMs) })
              : say('explore.mentionsPer', { step: format.duration(cut.stepMs) })}
            {isPanels &&
              totals.size > keys.length &&
              `${say('stop.semicolon')}${say('explore.panelsOf', { shown: keys.length, count: totals.size })}`}
            {isPanels &&
              `${say('stop.semicolon')}${say('explore.panels', {
                step: format.duration(coarse.stepMs),
                before: hasBefore ? 'yes' : 'no',
              })}`}
            {isBegun &&
              picture.heardFrom !== null &&
              `${say('stop.semicolon')}${say('explore.heardFrom', { moment: format.moment(picture.heardFrom) })}`}
            {hasBefore &&
              !state.isCounts &&
              !isPanels &&
              `${say('stop.semicolon')}${say('explore.areaBefore', { name: nameOf(focus!) })}`}
          </small>
        </h2>
        <fieldset className={css.tabs} aria-label={say('explore.splitBy')}>
          {splits.map((by) => (
            <button
              key={by}
              type="button"
              aria-pressed={state.by === by && !state.isCounts}
              onClick={() => change({ by, isCounts: false })}
            >
              {say(`explore.by.${by}`)}
            </button>
          ))}
          <button type="button" aria-pressed={state.isCounts} onClick={() => change({ isCounts: true })}>
            {say('explore.by.counts')}
          </button>
        </fieldset>
        <SavePicture
          title={say('explore.volume')}
          query={[state.brands.map(nameOf).join(', '), state.q].filter((one) => one !== '').join(' · ')}
          zone={zone}
          fileName="launchroom-explore"
          counted={labelled.map(({ key, counts, net }) => ({ name: nameOf(key), mentions: counts.mentions, net }))}
        />
      </header>
      {width > 0 && state.isCounts && (
        <CountsChart picture={picture} explored={explored} isPhone={isPhone} shared={{ ...shared, events }} />
      )}
      {width > 0 && isPanels && (
        <ThemePanels
          {...shared}
          columns={isPhone ? 2 : 3}
          lines={volumeLines.map((line, index) => ({
            ...line,
            // Each has a drawing and a name of its own: a colour each would say nothing more.
            color: state.by === 'brand' ? line.color : 'var(--ink-1)',
            figure: `${line.figure}${doubtOf(line.key)}`,
            change: changeOf(line.key),
            net: feelingLines[index]!.figure,
            netNote: feelingLines[index]!.note,
            feels: doubtOf(line.key) === '' ? opinionOf(labelled[index]!.net) : 'neutral',
          }))}
          rows={rows}
          feeling={feeling}
          top={top}
          formatY={(value) => format.number(value)}
          formatNet={format.signed}
          xTicks={timeTicks(window.from, window.to, zone, isPhone ? 2 : 3).at}
          events={events}
          label={say('explore.volumeChart', {
            names: volumeLines.map(({ name, figure }) => `${name} ${figure}`).join(', '),
          })}
          words={{ net: say('explore.netSentiment') }}
          isCompared={hasBefore}
          describe={(row, line) => {
            const value = row[line.key] ?? row[line.key + openEnd];
            return (
              <>
                <b className="strong">{cut.stepMs >= dayMs ? dayFormat.format(row.at) : format.moment(row.at)}</b>
                <span className={css.read}>
                  {line.name} {typeof value === 'number' ? format.number(value) : ''}
                </span>
              </>
            );
          }}
        />
      )}
      {width > 0 && !state.isCounts && !isPanels && (
        <TimeSeries
          {...shared}
          height={isPhone ? 184 : 220}
          rows={rows}
          lines={volumeLines}
          domain={[0, top]}
          yTicks={[0, top / 4, top / 2, (3 * top) / 4, top].filter((tick) => top > 4 || Number.isInteger(tick))}
          formatY={(value) => format.number(value)}
          figuresOf={say('explore.figuresOf')}
          beforeKey={hasBefore ? focus + beforeKey : undefined}
          events={events}
          label={say('explore.volumeChart', {
            names: volumeLines.map(({ name, figure }) => `${name} ${figure}`).join(', '),
          })}
          describe={describe((row, key) => {
            const value = row[key] ?? row[key + openEnd];
            return typeof value === 'number' ? format.number(value) : '';
          })}
        />
      )}
      {isPhone && !state.isCounts && !isPanels && <Legend of={say('explore.figuresOf')} lines={volumeLines} />}
      {!isPanels && (
        <>
          <header className={css.head}>
            <h2>
              {say('explore.netSentiment')}{' '}
              <small>
                {stepName(coarse.stepMs)}
                {shape && `${say('stop.semicolon')}${say('explore.intervalOf', { shape, name: nameOf(focus!) })}`}
                {isNothingSure && `${say('stop.semicolon')}${say('explore.nothingSure')}`}
              </small>
            </h2>
          </header>
          {width > 0 && (
            <TimeSeries
              {...shared}
              height={isPhone ? 110 : 118}
              rows={feeling}
              lines={feelingLines}
              domain={[isDeep ? -100 : -50, 100]}
              yTicks={isDeep ? [-100, 0, 100] : [-50, 0, 50, 100]}
              formatY={(value) => format.signed(value)}
              figuresOf={feelingOf}
              bandKey={focus}
              label={say('explore.sentimentChart', {
                names: feelingLines.map(({ name, figure, note }) => `${name} ${figure} ${note ?? ''}`).join(', '),
              })}
              describe={describe((row, key) => {
                const value = row[key];
                return typeof value === 'number' ? format.signed(value) : say('explore.tooFew');
              })}
            />
          )}
          {isPhone && <Legend of={feelingOf} lines={feelingLines} />}
        </>
      )}
      <SeamNote from={window.from} format={format} />
    </div>
  );
}
