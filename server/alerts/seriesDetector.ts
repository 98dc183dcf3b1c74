import { quarterMs } from '../../shared/rollup.ts';
import { createDetector } from '../detect/createDetector.ts';
import type { SeriesDetector } from './createJudge.ts';
import type { Watched } from './watched.ts';

export function createSeriesDetector(_of: Watched, _among: number): SeriesDetector {
  const detector = createDetector(quarterMs);
  return {
    push(at, measured) {
      if (!('value' in measured)) return undefined;
      const spike = detector.push(at, measured.value);
      if (!spike) return undefined;
      const { severity, value, expected, spanMs, until } = spike;
      return { at: spike.at, until, severity, isKnown: true, figure: { at: until, spanMs, value, expected } };
    },
    peek: () => undefined,
  };
}
