import { createContext, useContext, useEffect, useState } from 'react';

const lying = { width: 1920, height: 1080 };
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
  // Of a column what is left of the screen is drawn on too; a lying wall keeps its shape.
  const size = isUpright ? { width: width / scale, height: height / scale } : lying;
  return { scale, ...size, left: (width - size.width * scale) / 2, top: (height - size.height * scale) / 2, isUpright };
}

const scaleNow = () => scaleFor(innerWidth, innerHeight);

/** The wall is drawn once, for 1920 × 1080, and scaled to whatever hangs there; on a screen that stands upright in one column. */
export function useStageScale(): StageScale {
  const [scale, setScale] = useState(scaleNow);
  useEffect(() => {
    const measure = () => setScale(scaleNow());
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return scale;
}

/** Width of the column in which an upright wall is drawn; null on one that lies. */
export const ColumnContext = createContext<number | null>(null);
export const useColumn = (): number | null => useContext(ColumnContext);
export const columnMargin = 32;
