import { useEffect, useState } from 'react';

export const stageWidth = 1920;
export const stageHeight = 1080;

function scaleNow(): number {
  return Math.min(innerWidth / stageWidth, innerHeight / stageHeight);
}

/** The wall is drawn once, for 1920 × 1080, and scaled to whatever hangs there. */
export function useStageScale(): { scale: number; left: number; top: number } {
  const [scale, setScale] = useState(scaleNow);
  useEffect(() => {
    const measure = () => setScale(scaleNow());
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return { scale, left: (innerWidth - stageWidth * scale) / 2, top: (innerHeight - stageHeight * scale) / 2 };
}
