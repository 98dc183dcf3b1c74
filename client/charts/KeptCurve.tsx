import { keptAt, stepOf, thresholdSteps } from '../../shared/keptPerDay.ts';
import { niceTop } from '../select/niceTop.ts';
import type { Format } from '../ui/format.ts';
import css from './KeptCurve.module.css';

const height = 72;
const base = 70;
const tallest = 66;
/** From here on the value stands left of its dot. */
const rightmost = 0.8;

type Props = {
  perDay: readonly number[];
  threshold: number;
  /** What the threshold keeps a day, as it is said elsewhere on the page. */
  value: string;
  label: string;
  format: Pick<Format, 'number' | 'score'>;
};

/** Mentions kept a day over all thresholds, dark where the chosen one keeps them. Stretches to the width it is given. */
export function KeptCurve({ perDay, threshold, value, label, format }: Props) {
  const top = niceTop(perDay[0] ?? 0);
  const y = (kept: number) => base - (tallest * kept) / top;
  const fromTop = (kept: number) => `${((y(kept) / height) * 100).toFixed(2)}%`;
  const lineFrom = (first: number) =>
    perDay
      .slice(first)
      .map((kept, index) => `${index === 0 ? 'M' : 'L'}${first + index} ${y(kept).toFixed(1)}`)
      .join('');
  const first = stepOf(threshold);
  const at = { left: `${threshold * 100}%`, top: fromTop(keptAt(perDay, threshold)) };
  return (
    <>
      <div className={css.plot}>
        <svg
          viewBox={`0 0 ${thresholdSteps} ${height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${label}: ${value}`}
        >
          <path
            d={`M0 ${y(top)}H${thresholdSteps}`}
            stroke="var(--hairline-strong)"
            vectorEffect="non-scaling-stroke"
          />
          <path d={`${lineFrom(0)}L${thresholdSteps} ${base}L0 ${base}Z`} fill="var(--hairline)" />
          <path
            d={`${lineFrom(first)}L${thresholdSteps} ${base}L${first} ${base}Z`}
            fill="var(--ink-3)"
            fillOpacity={0.4}
          />
          <path d={lineFrom(0)} fill="none" stroke="var(--ink-3)" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
          <path
            d={`M${threshold * thresholdSteps} ${y(top)}V${base}`}
            stroke="var(--ink-1)"
            strokeWidth="1.5"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        <div aria-hidden="true">
          {[top, 0].map((kept) => (
            <span key={kept} className={`figures ${css.scale}`} style={{ top: fromTop(kept) }}>
              {format.number(kept)}
            </span>
          ))}
          <span className={css.dot} style={at} />
          <span className={`figures ${css.value}`} style={at} data-side={threshold > rightmost ? 'left' : 'right'}>
            {value}
          </span>
        </div>
      </div>
      <p className={css.axis} aria-hidden="true">
        <span>0</span>
        <span>{format.score(0.25)}</span>
        <span>{format.score(0.5)}</span>
        <span>{format.score(0.75)}</span>
        <span>1</span>
      </p>
    </>
  );
}
