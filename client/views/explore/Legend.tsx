import type { SeriesLine } from '../../charts/TimeSeries.tsx';
import css from './Explore.module.css';

/** A phone has no room beside the lines: their names stand below, after what their figures count. */
export function Legend({ of, lines }: { of: string; lines: readonly SeriesLine[] }) {
  return (
    <p className={css.legend}>
      <span className="ink-3">{of}</span>
      {lines.map((line) => (
        <span key={line.key}>
          <i style={{ background: line.color }} /> <b className="strong">{line.name}</b> {line.figure} {line.note}
        </span>
      ))}
    </p>
  );
}
