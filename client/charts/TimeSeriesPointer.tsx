import { type PointerEvent, type ReactNode, useState } from 'react';
import type { ChartRow } from '../select/timeSeries.ts';
import css from './TimeSeries.module.css';

type Props = {
  plot: { x: number; y: number; width: number; height: number };
  rows: readonly ChartRow[];
  from: number;
  to: number;
  /** Where the axis is not even. */
  scale?: { x: (at: number) => number; at: (pixel: number) => number };
  describe: (row: ChartRow) => ReactNode;
  onSelect?: (from: number, to: number) => void;
};

/** A drag shorter than this is a shaky click, not a choice of time. */
const leastDrag = 6;

/** Reads a moment under the pointer, and takes a dragged stretch as a range. By keyboard the range is chosen above. */
export function TimeSeriesPointer({ plot, rows, from, to, scale, describe, onSelect }: Props) {
  const [x, setX] = useState<number | null>(null);
  const [start, setStart] = useState<number | null>(null);
  const place = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.max(0, Math.min(plot.width, event.clientX - box.left));
  };
  const atOf = scale?.at ?? ((pixel: number) => from + ((to - from) * pixel) / plot.width);
  const xOf = scale?.x ?? ((at: number) => ((at - from) / Math.max(1, to - from)) * plot.width);
  const wanted = x === null ? 0 : atOf(x);
  let row: ChartRow | undefined;
  if (x !== null) for (const one of rows) if (!row || Math.abs(one.at - wanted) < Math.abs(row.at - wanted)) row = one;
  const isDragging = start !== null && x !== null && Math.abs(x - start) >= leastDrag;
  return (
    <div
      className={css.pointer}
      style={{ left: plot.x, top: plot.y, width: plot.width, height: plot.height }}
      onPointerMove={(event) => setX(place(event))}
      onPointerLeave={() => {
        if (start === null) setX(null);
      }}
      onPointerDown={(event) => {
        // A finger scrolls the page; only a mouse or a pen can mean a stretch of time.
        if (!onSelect || event.pointerType === 'touch' || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setStart(place(event));
      }}
      onPointerUp={(event) => {
        const end = place(event);
        if (onSelect && start !== null && Math.abs(end - start) >= leastDrag)
          onSelect(Math.round(atOf(Math.min(start, end))), Math.round(atOf(Math.max(start, end))));
        setStart(null);
      }}
      onPointerCancel={() => setStart(null)}
      aria-hidden="true"
    >
      {isDragging && <i className={css.dragged} style={{ left: Math.min(start, x), width: Math.abs(x - start) }} />}
      {row && !isDragging && (
        <>
          <i className={css.cursor} style={{ left: xOf(row.at) }} />
          <div
            className={css.reading}
            style={xOf(row.at) > plot.width / 2 ? { right: plot.width - xOf(row.at) + 8 } : { left: xOf(row.at) + 8 }}
          >
            {describe(row)}
          </div>
        </>
      )}
    </div>
  );
}
