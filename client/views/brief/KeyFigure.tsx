import type { ReactNode } from 'react';
import { StripPlot, type StripPlotProps } from '../../charts/StripPlot.tsx';
import { useWidth } from '../../ui/useWidth.ts';
import css from './Brief.module.css';

export type KeyFigureProps = {
  name: string;
  of: string;
  /** The figure itself, with its door. */
  figure: ReactNode;
  tone?: 'positive' | 'negative' | 'neutral';
  unit?: ReactNode;
  /** The interval behind the figure, as it is written. */
  spread?: string;
  strip: Omit<StripPlotProps, 'width'> | null;
  comparison: ReactNode;
};

/** Name, figure with ±, where it stands beside the period before, and that in words. */
export function KeyFigure({ name, of, figure, tone, unit, spread, strip, comparison }: KeyFigureProps) {
  const [ref, width] = useWidth();
  return (
    <div className={css.key} ref={ref}>
      <h2 className={css.keyName}>
        {name} <small>{of}</small>
      </h2>
      <p className={`${css.figure} ${tone ?? ''}`}>
        {figure}
        {unit && <span className={css.unit}>{unit}</span>}
        {spread !== undefined && <span className={css.half}>{spread}</span>}
      </p>
      {/* A dot alone on a line without a scale says nothing. */}
      <div className={css.strip}>
        {strip && (strip.before || strip.past) && width > 60 && <StripPlot width={Math.min(width, 240)} {...strip} />}
      </div>
      <p className={css.comparison}>{comparison}</p>
    </div>
  );
}
