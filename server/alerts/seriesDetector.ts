import type { AlertRule } from '../../shared/alerts.ts';
import { quarterMs } from '../../shared/rollup.ts';
import { createDetector, type Spike } from '../detect/createDetector.ts';
import { createShareDetector, type ShareSpike } from '../detect/createShareDetector.ts';
import type { SeriesDetector } from './createJudge.ts';
import type { Measured } from './measure.ts';
import type { Standing } from './standing.ts';
import type { Watched } from './watched.ts';

const isSame = (a: Spike, b: Standing) =>
  a.at === b.at && a.severity === b.severity && a.value === b.figure.value && a.expected === b.figure.expected;

function standingOf(spike: Spike | ShareSpike, end: number): Standing {
  const { at, until, severity, value, expected, spanMs, onceInDays } = spike;
  const counted = 'whole' in spike ? { part: spike.part, whole: spike.whole } : {};
  return { at, until, severity, onceInDays, isKnown: true, figure: { at: end, spanMs, value, expected, ...counted } };
}

/** Keeps when the strongest moment of what stands out was: a spike that goes on does not say. */
function createStrongest() {
  let strongest: Standing | undefined;
  return {
    get: () => strongest,
    see(spike: Spike | ShareSpike | undefined, end: number): Standing | undefined {
      if (!spike) strongest = undefined;
      else if (!strongest || !isSame(spike, strongest)) strongest = standingOf(spike, end);
      else strongest = { ...strongest, until: spike.until };
      return strongest;
    },
  };
}

const partOf = (measured: Measured) => ('whole' in measured ? measured : { part: 0, whole: 0 });
const counted = (measured: Measured) => ('value' in measured ? measured.value : 0);

function createShareSeries(sensitivity: number, among: number): SeriesDetector {
  const detector = createShareDetector(quarterMs, { among, sensitivity });
  const strongest = createStrongest();
  return {
    push(at, measured) {
      const { part, whole } = partOf(measured);
      return strongest.see(detector.push(at, part, whole), at + quarterMs);
    },
    peek: () => undefined,
    forecast: () => undefined,
    expected: () => undefined,
  };
}

function createCountSeries(
  { sensitivity, least }: Pick<AlertRule, 'sensitivity' | 'least'>,
  among: number,
): SeriesDetector {
  const detector = createDetector(quarterMs, { among, sensitivity, least });
  const strongest = createStrongest();
  return {
    push: (at, measured) => strongest.see(detector.push(at, counted(measured)), at + quarterMs),
    peek(at, measured, now) {
      const spike = detector.peek(at, counted(measured));
      if (!spike) return undefined;
      const before = strongest.get();
      // What went on before, and is no stronger now, keeps its figures.
      if (before && isSame(spike, before)) return { ...before, until: now };
      const standing = { ...standingOf(spike, now), until: now };
      const usual = spike.spanMs === quarterMs ? detector.forecast(at) : undefined;
      return usual ? { ...standing, figure: { ...standing.figure, low: usual.low, high: usual.high } } : standing;
    },
    forecast: (at) => detector.forecast(at),
    expected: (at) => detector.expected(at),
  };
}

/** What judges one series by its kind. `among`: how many series are watched together. */
export function createSeriesDetector({ rule, subject: { kind } }: Watched, among: number): SeriesDetector {
  const isCount = kind === 'volume' || kind === 'complaints' || kind === 'copies';
  return isCount ? createCountSeries(rule, among) : createShareSeries(rule.sensitivity, among);
}
