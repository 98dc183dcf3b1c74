import { quarterMs } from '../../shared/rollup.ts';
import { createDetector, type Spike } from '../detect/createDetector.ts';
import type { SeriesDetector } from './createJudge.ts';
import type { Measured } from './measure.ts';
import type { Standing } from './standing.ts';
import type { Watched } from './watched.ts';

/** Fewer mentions above the expected than this are never told, whatever the odds. */
const least = 5;

const valueOf = (measured: Measured): number => ('value' in measured ? measured.value : measured.part);

function standingOf(spike: Spike, end: number): Standing {
  const { at, until, severity, value, expected, spanMs, onceInDays } = spike;
  return { at, until, severity, onceInDays, isKnown: true, figure: { at: end, spanMs, value, expected } };
}

/** What judges one series by its kind. `among`: how many series are watched together. */
export function createSeriesDetector({ rule: { sensitivity } }: Watched, among: number): SeriesDetector {
  const detector = createDetector(quarterMs, { among, sensitivity, least });
  /** The strongest sight of the spike that goes on, and when it was. */
  let strongest: Standing | undefined;
  return {
    push(at, measured) {
      const spike = detector.push(at, valueOf(measured));
      if (!spike) strongest = undefined;
      else if (
        strongest?.at !== spike.at ||
        strongest.severity < spike.severity ||
        strongest.figure.value !== spike.value
      )
        strongest = standingOf(spike, at + quarterMs);
      else strongest = { ...strongest, until: spike.until };
      return strongest;
    },
    peek(at, measured, now) {
      const spike = detector.peek(at, valueOf(measured));
      if (!spike) return undefined;
      // What went on before, and is no stronger now, keeps its figures.
      const isStronger =
        !strongest || spike.value !== strongest.figure.value || spike.expected !== strongest.figure.expected;
      if (!isStronger) return { ...strongest!, until: now };
      const standing = { ...standingOf(spike, now), until: now };
      const usual = spike.spanMs === quarterMs ? detector.forecast(at) : undefined;
      if (usual) standing.figure = { ...standing.figure, low: usual.low, high: usual.high };
      return standing;
    },
    forecast: (at) => detector.forecast(at),
  };
}
