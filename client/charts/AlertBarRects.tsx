import type { layAlertBars } from './layAlertBars.ts';

type Props = Pick<ReturnType<typeof layAlertBars>, 'bars' | 'told'> & {
  base: number;
  /** Of the time that the alert is about. */
  color: string;
  dash: string;
};

/** The bars of an alert: counts in grey, the bucket that runs as an outline, and what the alert is about in colour. */
export function AlertBarRects({ bars, told, base, color, dash }: Props) {
  return (
    <>
      {bars.map(({ isRunning, left, right, tall }) => (
        <rect
          key={left}
          x={left}
          y={base - tall}
          width={right - left}
          height={tall}
          fill={isRunning ? 'none' : 'var(--ink-3)'}
          stroke={isRunning ? 'var(--ink-3)' : undefined}
          strokeDasharray={isRunning ? dash : undefined}
          data-bar={isRunning ? 'running' : ''}
        />
      ))}
      {told.map(({ left, right, tall }) => (
        <rect key={left} x={left} y={base - tall} width={right - left} height={tall} fill={color} data-told />
      ))}
    </>
  );
}
