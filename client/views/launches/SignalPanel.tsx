import { useState } from 'react';
import type { Launch } from '../../../shared/domain.ts';
import { hourMs } from '../../../shared/rollup.ts';
import { type BuzzKind, buzzKinds, type LaunchSignal } from '../../../shared/signals.ts';
import { SignalStrip } from '../../charts/SignalStrip.tsx';
import { useLaunchSignal, useSignals } from '../../history/useSignals.ts';
import type { Names } from '../../history/useWorkspace.ts';
import { timeTicks } from '../../select/timeTicks.ts';
import type { Format } from '../../ui/format.ts';
import { MoreWords } from '../../ui/MoreWords.tsx';
import { useFormat } from '../../ui/useFormat.ts';
import { useWidth } from '../../ui/useWidth.ts';
import { type Say, useWords } from '../../ui/useWords.ts';
import css from './SignalPanel.module.css';

type Props = { launch: Launch; names: Names };

/** Outside series under a launch's curve, and whether they lead or lag: together in time, never as a cause. */
export default function SignalPanel(props: Props) {
  return (
    <MoreWords>
      <Panel {...props} />
    </MoreWords>
  );
}

function Panel({ launch, names }: Props) {
  const { say } = useWords();
  const format = useFormat(launch.timeZone);
  const list = useSignals();
  const [chosen, setChosen] = useState<string>();
  const [of, setOf] = useState<BuzzKind>('mentions');
  const known = (list.data?.items ?? []).filter(({ brand }) => brand === null || brand === launch.brand);
  const series = [...new Set(known.map(({ name }) => name))];
  const name = chosen ?? series[0];
  const answer = useLaunchSignal(launch.id, name, of);
  if (series.length === 0) return null;
  return (
    <section className={css.panel} aria-labelledby="signals-under">
      <header className={css.head}>
        <h2 id="signals-under">{say('signals.under')}</h2>
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
            <Strip signal={answer.data} color={names.color(launch.brand)} format={format} />
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

const tickCount = 10;

function Strip({ signal, color, format }: { signal: LaunchSignal; color: string; format: Format }) {
  const { say } = useWords();
  const [ref, width] = useWidth();
  const { points, stepMs, t0 } = signal;
  const from = points[0]?.at ?? t0;
  const to = (points.at(-1)?.at ?? t0) + stepMs;
  const values = points.flatMap(({ value }) => value ?? []);
  // Round distances from T0, before it too.
  const ticks = timeTicks(0, to - from, 'UTC', tickCount).stepMs;
  const at: number[] = [];
  for (let tick = t0 + Math.ceil((from - t0) / ticks) * ticks; tick <= to; tick += ticks) at.push(tick);
  return (
    <div ref={ref} className={css.drawing}>
      {width > 0 && (
        <SignalStrip
          width={width}
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
          ticks={at.map((tick) => ({ at: tick, label: tickOf(tick - t0, format) }))}
          format={format.number}
        />
      )}
    </div>
  );
}

function tickOf(after: number, format: Format): string {
  if (Math.abs(after) < 1) return 'T0';
  const length = format.duration(Math.abs(after));
  return `T${after < 0 ? '−' : '+'}${length}`;
}
