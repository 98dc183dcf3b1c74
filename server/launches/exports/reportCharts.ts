import { type ComparePoint, compareSteps } from '../../../shared/launchComparison.ts';
import { netSentiment } from '../../../shared/uncertainty.ts';
import type { LaunchReport } from './report.ts';

/** Values stand at `offsets`; null: nothing is known or said there. `band`: an end of an interval. */
export type ChartLine = { name: string; role: 'launch' | 'past' | 'median' | 'band'; values: (number | null)[] };
export type LineChart = { offsets: number[]; lines: ChartLine[] };

/** More lines than this cannot be told apart. */
const mostPast = 6;
/** Sentiment is told of so many stretches at most: single buckets hold too few opinions. */
const mostStretches = 28;

function offsetsOf({ comparison: { fromMs, toMs, step } }: LaunchReport): number[] {
  const offsets: number[] = [];
  for (let offset = fromMs; offset < toMs; offset += compareSteps[step]) offsets.push(offset);
  return offsets;
}

/** The launch over past ones, each from its own T0: single lines, their median, and from ten on the 80 % band. */
export function volumeChart(report: LaunchReport, words: { median: string; low: string; high: string }): LineChart {
  const { launch, past, band, shows } = report.comparison;
  const offsets = offsetsOf(report);
  const placed = (points: readonly Pick<ComparePoint, 'offsetMs' | 'value'>[]) => {
    const values = new Map(points.map(({ offsetMs, value }) => [offsetMs, value]));
    return offsets.map((offset) => values.get(offset) ?? null);
  };
  const bandOf = (pick: (point: (typeof band)[number]) => number | undefined) => {
    const values = new Map(band.map((point) => [point.offsetMs, pick(point)]));
    return offsets.map((offset) => values.get(offset) ?? null);
  };
  const lines: ChartLine[] = [{ name: launch.name, role: 'launch', values: placed(launch.points) }];
  if (shows !== 'lines') lines.push({ name: words.median, role: 'median', values: bandOf(({ median }) => median) });
  if (shows === 'bands')
    lines.push(
      { name: `80 %, ${words.low}`, role: 'band', values: bandOf(({ outer }) => outer?.[0]) },
      { name: `80 %, ${words.high}`, role: 'band', values: bandOf(({ outer }) => outer?.[1]) },
    );
  else
    for (const one of past.filter(({ points }) => points.length > 0).slice(0, mostPast))
      lines.push({ name: one.name, role: 'past', values: placed(one.points) });
  // What no line reaches needs no room.
  const reached = (index: number) => lines.some(({ values }) => values[index] !== null);
  const first = offsets.findIndex((_, index) => reached(index));
  const last = offsets.findLastIndex((_, index) => reached(index));
  if (first < 0) return { offsets: [], lines: [] };
  const cut = <One>(list: One[]) => list.slice(first, last + 1);
  return { offsets: cut(offsets), lines: lines.map((line) => ({ ...line, values: cut(line.values) })) };
}

/** Net sentiment of equal stretches with the ends of its 90 % interval; null where opinions are too few. */
export function netChart(report: LaunchReport, words: { net: string; low: string; high: string }): LineChart {
  const { points } = report.comparison.launch;
  const size = Math.max(1, Math.ceil(points.length / mostStretches));
  const offsets: number[] = [];
  const nets: ReturnType<typeof netSentiment>[] = [];
  for (let start = 0; start < points.length; start += size) {
    const sum = { positive: 0, neutral: 0, negative: 0 };
    for (const point of points.slice(start, start + size)) {
      sum.positive += point.positive;
      sum.neutral += point.neutral;
      sum.negative += point.negative;
    }
    offsets.push(points[start]!.offsetMs);
    nets.push(netSentiment(sum, report.error));
  }
  if (nets.every((net) => net === null)) return { offsets: [], lines: [] };
  return {
    offsets,
    lines: [
      { name: words.net, role: 'launch', values: nets.map((net) => net?.net ?? null) },
      { name: `90 %, ${words.low}`, role: 'band', values: nets.map((net) => net?.low ?? null) },
      { name: `90 %, ${words.high}`, role: 'band', values: nets.map((net) => net?.high ?? null) },
    ],
  };
}
