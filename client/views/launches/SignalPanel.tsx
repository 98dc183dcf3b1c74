import { useState } from 'react';
import type { Launch } from '../../../shared/domain.ts';
import { hourMs } from '../../../shared/rollup.ts';
import { type BuzzKind, buzzKinds, signalsAround } from '../../../shared/signalAxis.ts';
import type { LaunchSignal, SignalListed } from '../../../shared/signals.ts';
import { comparisonRight, tickGap } from '../../charts/ComparisonChart.tsx';
import { SignalStrip } from '../../charts/SignalStrip.tsx';
import { useLaunchSignal, useSignals } from '../../history/useSignals.ts';
import type { Names } from '../../history/useWorkspace.ts';
import { offsetTicks } from '../../select/comparisonPicture.ts';
import { offsetScale, rootTicks } from '../../select/offsetScale.ts';
import type { Format } from '../../ui/format.ts';
import { MoreWords } from '../../ui/MoreWords.tsx';
import { offsetWords } from '../../ui/offsetWords.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import { useDrawnWidth } from '../../ui/usePaper.ts';
import { useWidth } from '../../ui/useWidth.ts';
import { type Say, useWords } from '../../ui/useWords.ts';
import css from './SignalPanel.module.css';

/** The stretch of the curve that it stands under, in ms from T0. */
type Axis = { fromMs: number; toMs: number };
type Props = { launch: Launch; names: Names; axis: Axis };

/** Outside series under a launch's curve, on its very axis, and whether they lead or lag: together in time, never as a cause. */
export default function SignalPanel(props: Props) {
  return (
    <MoreWords>
      <Panel {...props} />
    </MoreWords>
  );
}

function Panel({ launch, names, axis }: Props) {
  const { say } = useWords();
  const format = useFormat(launch.timeZone);
  const list = useSignals();
  const [chosen, setChosen] = useState<string>();
  const [of, setOf] = useState<BuzzKind>('mentions');
  // Where no value of a series lies around this launch there is nothing to draw, and nothing to ask for.
  const isAround = ({ firstAt, lastAt }: SignalListed) =>
    lastAt >= launch.at - signalsAround.beforeMs && firstAt < launch.at + signalsAround.afterMs;
  const known = (list.data?.items ?? []).filter(
    (one) => (one.brand === null || one.brand === launch.brand) && isAround(one),
  );
  const series = [...new Set(known.map(({ name }) => name))];
  const name = chosen ?? series[0];
  const answer = useLaunchSignal(launch.id, name, of);
  if (series.length === 0) return null;
  return (
    <section className={css.panel} aria-labelledby="signals-under">
      <header className={css.head}>
        <h3 id="signals-under">{say('signals.title')}</h3>
        <label>
          <span className="visually-hidden">{say('signals.choice')}</span>
          <select value={name} onChange={(event) => setChosen(event.target.value)}>
            {series.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label>
          <span className="ink-3">{say('signals.of')}</span>{' '}
          <select value={of} onChange={(event) => setOf(event.target.value as BuzzKind)}>
            {buzzKinds.map((kind) => (
              <option key={kind} value={kind}>
                {say(`signals.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        {answer.data && (
          <small className="ink-3">
            {say('signals.step', { step: answer.data.stepMs === hourMs ? 'hour' : 'day' })}
          </small>
        )}
      </header>
      {answer.error ? (
        <p className="ink-2">
          {say(answer.error instanceof Error && isMissing(answer.error) ? 'signals.outside' : 'signals.failed')}
        </p>
      ) : (
        answer.data && (
          <>
            <p className={css.sentence}>
              {leadLagSentence(answer.data, say)}{' '}
              {answer.data.leadLag.is === 'found' && <b className="strong">{say('signals.caution')}</b>}
            </p>
            <Strip signal={answer.data} axis={axis} color={names.color(launch.brand)} format={format} />
          </>
        )
      )}
    </section>
  );
}

const isMissing = (error: Error) => 'problem' in error && (error.problem as { status?: number }).status === 404;

/** Who moves first, by how much, and how sure; or why nothing is said. */
export function leadLagSentence({ name, of, stepMs, leadLag }: LaunchSignal, say: Say): string {
  if (leadLag.is === 'thin') return say('signals.thin', { steps: leadLag.steps, needed: leadLag.neededSteps });
  if (leadLag.is !== 'found') return say(`signals.${leadLag.is}`);
  const { lag, low, high, correlation } = leadLag;
  const steps = (count: number) => say(stepMs === hourMs ? 'signals.hours' : 'signals.days', { count });
  const signed = (count: number) => `${count < 0 ? '−' : ''}${steps(Math.abs(count))}`;
  // Said in the direction of the sentence: "after" turns the sign round.
  const [from, to] = lag < 0 ? [-high, -low] : [low, high];
  return say(lag > 0 ? 'signals.lead' : lag < 0 ? 'signals.lag' : 'signals.same', {
    name,
    buzz: say(`signals.${of}`),
    steps: steps(Math.abs(lag)),
    low: signed(from),
    high: signed(to),
    way: correlation > 0 ? 'with' : 'against',
  });
}

type StripProps = { signal: LaunchSignal; axis: Axis; color: string; format: Format };

/** On the axis of the curve above it, tick for tick; a series that lies beside it is drawn on its own, and says so. */
function Strip({ signal, axis, color, format }: StripProps) {
  const { say } = useWords();
  const isCompact = useIsNarrow();
  const [ref, measured] = useWidth();
  const width = useDrawnWidth(measured);
  const { points, stepMs, t0 } = signal;
  const isKnown = ({ at, value }: LaunchSignal['points'][number]) => value !== null && at + stepMs > t0 + axis.fromMs;
  const isShared = points.some((point) => isKnown(point) && point.at < t0 + axis.toMs);
  const from = isShared ? t0 + axis.fromMs : (points[0]?.at ?? t0);
  const to = isShared ? t0 + axis.toMs : (points.at(-1)?.at ?? t0) + stepMs;
  const values = points.flatMap(({ value }) => value ?? []);
  const [fromMs, toMs] = [from - t0, to - t0];
  const scale = offsetScale(fromMs, toMs, isCompact ? width : width - comparisonRight);
  const ticks = scale.isRoot ? rootTicks(scale, fromMs, toMs, tickGap) : offsetTicks(fromMs, toMs, isCompact ? 4 : 9);
  return (
    <>
      {!isShared && <p className="t12 ink-3">{say('signals.beside')}</p>}
      <div ref={ref} className={css.drawing}>
        {width > 0 && (
          <SignalStrip
            width={width}
            right={isCompact ? 0 : comparisonRight}
            from={from}
            to={to}
            t0={t0}
            points={points}
            stepMs={stepMs}
            color={color}
            label={say('signals.strip', {
              name: signal.name,
              from: format.moment(from),
              to: format.moment(to),
              low: format.number(Math.min(...values)),
              high: format.number(Math.max(...values)),
            })}
            words={{ name: signal.name, buzz: say(`signals.${signal.of}`), t0: 'T0' }}
            ticks={ticks.map((tick) => ({
              at: t0 + tick,
              label: offsetWords(tick, format),
            }))}
            format={format.number}
          />
        )}
      </div>
    </>
  );
}
