import type { Launch } from '../../../shared/domain.ts';
import { compareSteps, type LaunchComparison, type Standing } from '../../../shared/launchComparison.ts';
import { comparisonNamed } from '../../../shared/nameIn.ts';
import { textsBeside } from '../../../shared/textsBeside.ts';
import { LaunchClockChart } from '../../charts/LaunchClockChart.tsx';
import { useComparison } from '../../history/useComparison.ts';
import { useUnheardIn } from '../../history/useUnheard.ts';
import { comparisonPicture, isBlank } from '../../select/comparisonPicture.ts';
import {
  clockEvents,
  clockHeard,
  clockParts,
  clockPicture,
  heardCurve,
  standingFigure,
  unheardOfStanding,
} from '../../select/launchClock.ts';
import type { Unheard } from '../../select/unheard.ts';
import type { Format } from '../../ui/format.ts';
import { offsetWords } from '../../ui/offsetWords.ts';
import { sayStanding } from '../../ui/sayStanding.ts';
import type { Missing } from '../../ui/useMissing.ts';
import type { Stage } from '../../ui/useStage.ts';
import { type Say, useWords } from '../../ui/useWords.ts';
import { headlineFit } from './headlineFit.ts';
import { sayPlace } from './sayPlace.ts';
import { lyingWidth, useColumn, useSpare } from './useStageScale.ts';
import css from './Wall.module.css';

type Props = {
  stage: Stage;
  launch: Launch;
  format: Format;
  now: number;
  hasHeadline: boolean;
  /** When the line was lost, epoch ms: the curve then ends at that moment, while the clocks go on. */
  lostSince: number | null;
  /** What a lost source takes from the figures; null: nothing. */
  missing: Missing | null;
};

/** Two lines above the figures, within the margins; a sentence that stands alone is the larger. */
const headlineBox = { width: lyingWidth, height: 136 };
/** Of the figures, px: the clock since T0 is what the scene is there for. */
const sizes = { lying: { clock: 144, beside: 96 }, upright: { clock: 108, beside: 84 } };

/** Is this normal? T-minus or T-plus, today beside past launches, what is done and what is planned. */
export function LaunchClock({ stage, launch, format, now, hasHeadline, lostSince, missing }: Props) {
  const { say } = useWords();
  const column = useColumn();
  const spare = useSpare();
  const [second, third] = [884 + Math.round(spare / 2), 1358 + Math.round((spare * 2) / 3)];
  const size = column === null ? sizes.lying : sizes.upright;
  const { data: compared, error } = useComparison(launch.id, stage.data);
  const data = compared && comparisonNamed(compared, stage.workspace.launches);
  const { next, last } = clockEvents(launch.events, now);
  // What everybody waits for; where nothing more is planned, what happened last.
  const told = next ?? last;
  const heard = data ? clockHeard(data) : null;
  const unheard = useUnheardIn(heard && { ...heard, version: stage.data }) ?? noneUnheard;
  // What is counted of such hours is a least, and a least is compared with nothing.
  const gap = data ? sayGap(data, unheard, missing, say, format) : null;
  const standing = data && !gap ? standingFigure(data) : null;
  const placed = (left: number, width: number) => (column === null ? { left, width } : undefined);
  const isAhead = now < launch.at;
  const words = data && sayStanding(data, say, format);
  const place = data && standing?.kind === 'times' ? sayPlace(data, say, format) : null;
  const sentences = gap
    ? [gap, ...(data && data.past.length > 0 ? [say('clock.notCompared')] : [])]
    : place !== null
      ? [place]
      : words
        ? [words.headline, ...[...words.counted, ...words.more].slice(0, 1)]
        : [];
  return (
    <section>
      {hasHeadline && words && (
        <h1
          className={css.headline}
          style={
            column === null
              ? {
                  fontSize: headlineFit(
                    sentences,
                    { ...headlineBox, width: headlineBox.width + spare },
                    { least: 36, most: sentences.length > 1 ? 56 : 68 },
                  ),
                  // In the middle of the room that two lines would take.
                  marginTop: sentences.length > 1 ? 0 : 26,
                }
              : undefined
          }
        >
          <span className={css.sentence}>
            <span className={css.sure}>{sentences[0]}</span>
          </span>
          {sentences[1] !== undefined && (
            <span className={css.sentence}>
              <span className={css.quiet}>{sentences[1]}</span>
            </span>
          )}
        </h1>
      )}
      <div className={css.column} style={placed(72, second - 140)}>
        <h2 className={`${css.label} ${css.local}`}>
          {say(isAhead ? 'clock.until' : 'clock.since', { time: format.moment(launch.at) })}
        </h2>
        <Clock sign={isAhead ? 'T−' : 'T+'} ms={now - launch.at} size={size.clock} />
      </div>
      <div className={`${css.ruleV} ${css.ruleShort}`} style={{ left: second - 40 }} />
      <div className={css.column} style={placed(second, third - second - 40)}>
        <h2 className={css.label}>
          {standing === null
            ? say('clock.noComparison')
            : standing.kind === 'times'
              ? say('clock.times')
              : say('clock.rank', { count: standing.of })}
        </h2>
        {standing === null ? (
          <p className={`${css.note} ${css.clockWhy}`}>
            {say(
              gap && data?.past.length
                ? 'clock.gapWhy'
                : error
                  ? 'clock.failed'
                  : data
                    ? data.past.some(({ missing }) => missing === 'not-told')
                      ? 'clock.notTold'
                      : 'clock.noComparisonWhy'
                    : 'state.loading',
            )}
          </p>
        ) : (
          <p className={css.clockRow} style={{ fontSize: size.beside }}>
            <span className={css.figure} data-figure="standing">
              {standing.kind === 'times' ? format.times(standing.times) : format.number(standing.place)}
              {standing.kind === 'times' && <small className={`${css.clockUnit} ${css.clockTimes}`}>×</small>}
            </span>
            <span className={`${css.note} ${css.clockBeside}`}>
              {(data?.standing && sayTexts(data.standing, say, format)) ??
                say(isAhead ? 'clock.soFar' : 'clock.sinceT0')}
            </span>
          </p>
        )}
      </div>
      {told && (
        <>
          <div className={`${css.ruleV} ${css.ruleShort}`} style={{ left: third - 40 }} />
          <div className={css.column} style={placed(third, lyingWidth + spare + 72 - third)}>
            <h2 className={`${css.label} ${css.cut} ${css.local}`}>{told.name}</h2>
            <Clock
              sign=""
              ms={told.at - now}
              size={size.beside}
              words={say(told.isDone ? 'clock.ago' : 'clock.in', { clock: '|' })}
            />
          </div>
        </>
      )}
      {data && (
        <Drawing
          {...{ data, unheard, launch, stage, format, lostSince }}
          now={lostSince ?? now}
          width={column ?? lyingWidth + spare}
          height={column === null ? 500 : 460}
        />
      )}
    </section>
  );
}

const noneUnheard: Unheard[] = [];

/** Why a launch cannot be compared now: a source is lost, or hours of its time were heard by nobody. Null: it can. */
function sayGap(
  comparison: LaunchComparison,
  unheard: readonly Unheard[],
  missing: Missing | null,
  say: Say,
  format: Format,
): string | null {
  const { standing, now } = comparison;
  if (!standing) return null;
  const mentions = format.number(standing.mentions);
  if (missing) return say('clock.sourceLost', { ...missing, mentions });
  const gap = unheardOfStanding(comparison, unheard);
  if (!gap) return null;
  const [from, to] = [format.time(gap.from), format.time(gap.to)];
  return say('clock.unheard', { open: gap.to >= now - (gap.to - gap.from) / 4 ? 'yes' : 'no', from, to, mentions });
}

/** What the clock counts: the product where the launch has a query of its own, else all of the brand. */
const nameOf = ({ launch: { counts } }: LaunchComparison, stage: Stage, launch: Launch): string =>
  counts === 'product' ? launch.name : stage.names.brand(launch.brand);

/** What the distinct texts say beside the figure of the mentions; null where it is the same, and hardly anything is copied. */
function sayTexts(standing: Standing, say: Say, format: Format): string | null {
  const how = textsBeside(standing);
  if (how === 'none') return null;
  return say('clock.texts', { how, times: format.times(standing.texts.times ?? 0) });
}

/** Two parts at most, read from five metres; units are small. Local and true: it goes on when all else is stale. */
function Clock({ sign, ms, size, words = '|' }: { sign: string; ms: number; size: number; words?: string }) {
  const { say } = useWords();
  const [before, after] = words.split('|').map((word) => word.trim());
  return (
    <p className={css.clockRow} style={{ fontSize: size }}>
      {before && <span className={css.clockWord}>{before}</span>}
      {clockParts(ms).map(({ value, unit }, index) => (
        <span key={unit} className={`${css.figure} ${css.local} ${index === 0 && sign ? css.signed : ''}`}>
          {index === 0 && sign}
          {value}
          <small className={`${css.clockUnit} ${value % 10 === 7 ? css.besideSeven : ''}`}>
            {say(`clock.unit.${unit}`)}
          </small>
        </span>
      ))}
      {after && <span className={css.clockWord}>{after}</span>}
    </p>
  );
}

type DrawingProps = Omit<Props, 'hasHeadline' | 'missing'> & {
  data: LaunchComparison;
  unheard: readonly Unheard[];
  width: number;
  height: number;
};

function Drawing({ data, unheard, launch, stage, format, now, lostSince, width, height }: DrawingProps) {
  const { say } = useWords();
  const drawn = comparisonPicture(data);
  const whole = { ...drawn, launch: heardCurve(data, drawn.launch, unheard) };
  if (isBlank(whole)) return <p className={`${css.empty} ${css.note}`}>{say('clock.blank')}</p>;
  const all = clockEvents(launch.events, now).all.map(({ at, ...event }) => ({ ...event, offsetMs: at - launch.at }));
  const planned = all.filter(({ isDone }) => !isDone).map(({ offsetMs }) => offsetMs);
  const picture = clockPicture(whole, now - launch.at, planned, width > 1_100 ? 8 : 4);
  const events = all.filter(({ offsetMs }) => offsetMs >= picture.fromMs && offsetMs <= picture.toMs);
  return (
    <div className={`${css.clockChart} ${css.faded}`}>
      <LaunchClockChart
        {...{ width, height, picture, events }}
        unheard={unheard.map(({ from, to }) => ({ from: from - launch.at, to: to - launch.at }))}
        color={stage.names.color(launch.brand)}
        label={sayStanding(data, say, format).headline}
        nowMs={now - launch.at}
        words={{
          now: lostSince === null ? say('wall.now') : format.seconds(lostSince),
          median: say('comparison.median'),
          outer:
            data.shows === 'bands'
              ? [say('clock.eightInTen'), say('clock.eightInTenBrief')]
              : [
                  say('comparison.range', { count: picture.launches }),
                  say('clock.rangeBrief', { count: picture.launches }),
                ],
          inner: say('clock.half'),
          unheard: say('state.unheardMark'),
          last: (offsetMs, isNarrow) =>
            say(isNarrow ? 'clock.lastHours' : 'clock.lastOf', {
              name: nameOf(data, stage, launch),
              from: format.time(launch.at + offsetMs - compareSteps[data.step] / 2),
              to: format.time(launch.at + offsetMs + compareSteps[data.step] / 2),
            }),
          unit: (value, isBrief) => say(isBrief ? 'clock.unitBrief' : 'clock.unitOf', { value, step: data.step }),
        }}
        formatOffset={(offsetMs) => offsetWords(offsetMs, format)}
        formatValue={format.number}
      />
    </div>
  );
}
