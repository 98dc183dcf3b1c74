import { quarterMs } from '../../shared/rollup.ts';
import { createCountModel } from '../detect/createCountModel.ts';
import { createShareModel } from '../detect/createShareModel.ts';
import { createShareSpikes, type ShareSpike } from '../detect/createShareSpikes.ts';
import { createSpikes, type Spike } from '../detect/createSpikes.ts';
import { neededOdds, type Watching } from '../detect/threshold.ts';
import type { SeriesDetector } from './createJudge.ts';
import type { Measured } from './measure.ts';
import { type Standing, type Standings, standingsOf } from './standing.ts';
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
/** Of shares that go down nobody is told. */
const way = 'up';

/** Listeners to one series, each told from its own odds on. Of a usual step nobody needs to be asked. */
function createListeners<Spikes>(
  among: number,
  sensitivities: readonly number[],
  createSpikes: (watching: Watching) => Spikes,
) {
  const watching = sensitivities.map((sensitivity) => ({ among, sensitivity }));
  const lowest = Math.min(...watching.map(neededOdds));
  const listeners = watching.map((one) => ({ spikes: createSpikes(one), strongest: createStrongest() }));
  type Tell = (listener: (typeof listeners)[number]) => Standing | undefined;
  /** Whether anybody was told of the last step: then the next one may be told at any odds. */
  let isTold = false;
  const isQuiet = (odds: number) => !isTold && odds < lowest;

  return {
    push(odds: number, tell: Tell): Standings | undefined {
      if (isQuiet(odds)) return undefined;
      const told = standingsOf(listeners, tell);
      isTold = told !== undefined;
      return told;
    },
    peek: (odds: number, tell: Tell): Standings | undefined =>
      isQuiet(odds) ? undefined : standingsOf(listeners, tell),
  };
}

function createShareSeries(among: number, sensitivities: readonly number[]): SeriesDetector<Standings> {
  const model = createShareModel(quarterMs, { ways: [way] });
  const listeners = createListeners(among, sensitivities, (watching) => createShareSpikes(quarterMs, [way], watching));
  return {
    push(at, measured) {
      const { part, whole } = partOf(measured);
      const seen = model.push(at, part, whole);
      if (!seen) return undefined;
      return listeners.push(seen[0]!.odds, ({ spikes, strongest }) =>
        strongest.see(spikes.push(at, seen), at + quarterMs),
      );
    },
    peek: () => undefined,
    forecast: () => undefined,
    expected: () => undefined,
  };
}

function createCountSeries(least: number, among: number, sensitivities: readonly number[]): SeriesDetector<Standings> {
  const model = createCountModel(quarterMs, { least });
  const listeners = createListeners(among, sensitivities, (watching) => createSpikes(quarterMs, neededOdds(watching)));
  return {
    push(at, measured) {
      const seen = model.push(at, counted(measured));
      if (!seen) return undefined;
      return listeners.push(seen.odds, ({ spikes, strongest }) => strongest.see(spikes.push(at, seen), at + quarterMs));
    },
    peek(at, measured, now) {
      const seen = model.peek(at, counted(measured));
      if (!seen) return undefined;
      let forecast: ReturnType<typeof model.forecast>;
      return listeners.peek(seen.odds, ({ spikes, strongest }) => {
        const spike = spikes.peek(at, seen);
        if (!spike) return undefined;
        const before = strongest.get();
        // What went on before, and is no stronger now, keeps its figures.
        if (before && isSame(spike, before)) return { ...before, until: Math.min(now, spike.until) };
        const standing = { ...standingOf(spike, now), until: Math.min(now, spike.until) };
        if (spike.spanMs !== quarterMs) return standing;
        forecast ??= model.forecast(at);
        return forecast
          ? { ...standing, figure: { ...standing.figure, low: forecast.low, high: forecast.high } }
          : standing;
      });
    },
    forecast: model.forecast,
    expected: model.expected,
  };
}

/** What judges one series by its kind, for several sensitivities at once. `among`: how many series are watched together. */
export function createSeriesDetectors(
  { rule, subject: { kind } }: Watched,
  among: number,
  sensitivities: readonly number[],
): SeriesDetector<Standings> {
  const isCount = kind === 'volume' || kind === 'complaints' || kind === 'copies';
  return isCount ? createCountSeries(rule.least, among, sensitivities) : createShareSeries(among, sensitivities);
}

/** The same for the sensitivity of its rule. */
export function createSeriesDetector(of: Watched, among: number): SeriesDetector {
  const detector = createSeriesDetectors(of, among, [of.rule.sensitivity]);
  return {
    push: (at, measured) => detector.push(at, measured)?.[0],
    peek: (at, measured, now) => detector.peek(at, measured, now)?.[0],
    forecast: detector.forecast,
    expected: detector.expected,
  };
}
