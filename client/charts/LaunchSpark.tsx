import { linePath } from './path.ts';

type Props = {
  width: number;
  height: number;
  /** The axis, ms from T0, and the most an hour may have: the same for all that stand in one table. */
  fromMs: number;
  toMs: number;
  top: number;
  stepMs: number;
  points: readonly { offsetMs: number; mentions: number }[];
  color: string;
  /** The sentence that says what is drawn. */
  label: string;
};

/** A launch's mentions an hour around T0, small, from zero. Where nobody listened, or time has not come, there is no line. */
export function LaunchSpark({ width, height, fromMs, toMs, top, stepMs, points, color, label }: Props) {
  const base = height - 1;
  const x = (offsetMs: number) => ((offsetMs - fromMs) / (toMs - fromMs)) * width;
  const y = (mentions: number) => base - (mentions / top) * (height - 4);
  const places = points.flatMap(({ offsetMs, mentions }, index) => {
    const place = { x: x(offsetMs + stepMs / 2), y: y(mentions) };
    const before = points[index - 1];
    return before && offsetMs - before.offsetMs > stepMs ? [null, place] : [place];
  });
  const last = places.at(-1);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMinYMid"
      role="img"
      aria-label={label}
    >
      <line className="gl" x1="0" x2={width} y1={base} y2={base} />
      {/* Whole and under the curve: dashes one pixel wide vanished from a row in a picture. */}
      <line x1={x(0)} x2={x(0)} y1="0" y2={base} stroke="var(--ink-3)" strokeOpacity="0.7" data-t0 />
      <path d={linePath(places)} fill="none" stroke={color} strokeWidth="1.8" strokeLinejoin="round" />
      {last && <circle cx={last.x} cy={last.y} r="2.6" fill={color} />}
    </svg>
  );
}
