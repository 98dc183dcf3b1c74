import type { Launch } from '../../shared/domain.ts';
import { bucketOf, hourMs } from '../../shared/rollup.ts';
import { type BuzzKind, signalsAround } from '../../shared/signalAxis.ts';
import type { LaunchSignal } from '../../shared/signals.ts';
import { measuredError, netSentiment } from '../../shared/uncertainty.ts';
import { longestSilenceMs, stretchesHeard } from '../launches/stretchesHeard.ts';
import type { History } from '../store/store.ts';
import { inSteps, stepOf } from './commonSteps.ts';
import { leadLag } from './leadLag.ts';

const mostValues = 100_000;

/** An outside series beside the buzz of a launch's brand, on its axis; undefined where there is no such series. */
export async function launchSignal(
  history: Pick<History, 'signals' | 'series' | 'totals'>,
  launch: Pick<Launch, 'brand' | 'at'>,
  name: string,
  of: BuzzKind,
  now: number,
): Promise<LaunchSignal | undefined> {
  const range = { from: launch.at - signalsAround.beforeMs, to: launch.at + signalsAround.afterMs };
  const read = (brand: string) => history.signals({ ...range, names: [name], brand, limit: mostValues });
  const mine = await read(launch.brand);
  const values = mine.length > 0 ? mine : await read('');
  if (values.length === 0) return undefined;
  const stepMs = stepOf(values);
  const { mentions, firstAt } = await history.totals();
  const heardFrom = mentions === 0 ? now : firstAt;
  const from = bucketOf(Math.max(range.from, values[0]!.at), stepMs);
  const to = Math.min(range.to, Math.max(bucketOf(now, stepMs), values.at(-1)!.at + 1));
  const outside = inSteps(values, from, to, stepMs);
  const buzz = new Array<number | null>(outside.length).fill(null);
  const step = stepMs === hourMs ? '1h' : '1d';
  const counted = await history.series({ brands: [launch.brand], from, to, step, zone: 'UTC', stage: 'important' });
  const byStep = new Map(counted.map((point) => [point.at, point]));
  const margin = longestSilenceMs + hourMs;
  const anything = { from: from - margin, to: Math.min(now, to + margin), zone: 'UTC', stage: 'important' } as const;
  const heard = stretchesHeard(await history.series({ ...anything, step: '1h' }), now);
  const isHeard = (at: number) => heard.some((stretch) => at >= stretch.from && at + stepMs <= stretch.to);
  for (const place of buzz.keys()) {
    const at = from + place * stepMs;
    // Only whole steps that were listened to: a part of one would look like a fall, and silence of nobody who listens like one too.
    if (at < heardFrom || at + stepMs > now || !isHeard(at)) continue;
    const point = byStep.get(at);
    if (of === 'mentions') buzz[place] = point?.mentions ?? 0;
    else buzz[place] = point ? (netSentiment(point, measuredError)?.net ?? null) : null;
  }
  return {
    name,
    brand: values[0]!.brand === '' ? null : values[0]!.brand,
    of,
    stepMs,
    t0: launch.at,
    points: outside.map((value, place) => ({ at: from + place * stepMs, value, buzz: buzz[place]! })),
    leadLag: leadLag(outside, buzz, stepMs === hourMs ? 24 : 1),
  };
}
