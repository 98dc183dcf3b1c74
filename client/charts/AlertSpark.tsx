import type { AlertCourse, AlertFigure } from '../../shared/alerts.ts';
import { AlertBarRects } from './AlertBarRects.tsx';
import { layAlertBars } from './layAlertBars.ts';

type Props = {
  course: AlertCourse;
  /** What the alert says now: the time of it has the colour. */
  figure: AlertFigure;
  width: number;
  height: number;
  /** Orange for what is unhappy; ink for what only is a lot. */
  isNegative: boolean;
  /** Its theme is often filed wrongly: no colour, as elsewhere. */
  isDoubtful?: boolean;
  isKnown: boolean;
  /** The sentence that says what is drawn. */
  label: string;
};

/**
 * An alert's hours, small: bars from zero, each row on its own scale; what of them is usual is faint, where that is known. The time that the alert is about
 * is in colour: a bar of its own, as high as its pace, or the bars of a longer time.
 */
export function AlertSpark({ course, figure, width, height, isNegative, isDoubtful = false, isKnown, label }: Props) {
  const base = height - 1;
  const sized = { width, base, room: base - 1, gap: 0.75, narrowest: 4, least: 1 };
  const { bars, told, band } = layAlertBars(course, figure, sized);
  const color = isDoubtful ? 'var(--ink-2)' : isNegative ? 'var(--negative)' : 'var(--ink-1)';
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      {isKnown && bars.length > 0 && <path d={`M0 ${band}V${base}H0Z`} fill="var(--band-50)" data-band />}
      <AlertBarRects {...{ bars, told, base, color }} dash="2 2" />
      {isKnown && bars.length > 0 && <path d={`M0 ${band}V${base}H0Z`} fill="var(--bg)" opacity="0.6" data-range />}
      <line className="bl" x1="0" x2={width} y1={base} y2={base} />
    </svg>
  );
}
