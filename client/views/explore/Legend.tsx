import type { SeriesLine } from '../../charts/TimeSeries.tsx';
import css from './Explore.module.css';

/** A phone has no room beside the lines: their names stand below, in the order of their figures. */
export function Legend({ lines }: { lines: readonly SeriesLine[] }) {
  return (
    <p className={css.legend}>
      {lines.map((line) => (
        <span key={line.key}>
          <i style={{ background: line.color }} /> <b className="strong">{line.name}</b> {line.figure} {line.note}
        </span>
      ))}
    </p>
  );
}
