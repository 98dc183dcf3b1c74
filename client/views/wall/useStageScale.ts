import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';

const lying = { width: 1920, height: 1080 };
/** A wider screen is drawn on up to this width, 32:9 being more than eyes can hold together; what is left stays dark. */
const widest = 2_880;
/** One column; its scenes need this height. */
const upright = { width: 640, height: 1450 };

export type StageScale = {
  scale: number;
  left: number;
  top: number;
  /** Of what is drawn, before it is scaled. */
  width: number;
  height: number;
  isUpright: boolean;
};

function scaleFor(width: number, height: number): StageScale {
  const isUpright = height > width;
  const drawn = isUpright ? upright : lying;
  const scale = Math.min(width / drawn.width, height / drawn.height);
  // What is left of the screen is drawn on too: all of it in a column, the width on a lying wall, which keeps its height.
  const size = isUpright
    ? { width: width / scale, height: height / scale }
    : { width: Math.min(widest, width / scale), height: lying.height };
  return { scale, ...size, left: (width - size.width * scale) / 2, top: (height - size.height * scale) / 2, isUpright };
}

const onResize = (changed: () => void) => {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
};

/**
 * The wall is drawn once, 1080 high and 1920 or more wide, and scaled to whatever hangs there; on a screen that stands upright in one column.
 * A kiosk that goes to its full size while the first picture is drawn is heard too.
 */
export function useStageScale(): StageScale {
  const width = useSyncExternalStore(onResize, () => innerWidth);
  const height = useSyncExternalStore(onResize, () => innerHeight);
  return useMemo(() => scaleFor(width, height), [width, height]);
}

/** Width of the column in which an upright wall is drawn; null on one that lies. */
export const ColumnContext = createContext<number | null>(null);
export const useColumn = (): number | null => useContext(ColumnContext);
export const columnMargin = 32;

/** How much wider than 1920 a lying wall is drawn: charts and lines take it, figures keep their size. */
export const SpareContext = createContext(0);
export const useSpare = (): number => useContext(SpareContext);
export const spareOf = ({ width, isUpright }: StageScale): number =>
  isUpright ? 0 : Math.max(0, Math.floor(width - lying.width));
/** Between the margins of a wall of 1920. */
export const lyingWidth = 1776;
