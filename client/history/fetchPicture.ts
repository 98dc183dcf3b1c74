import type { FunnelShape, SeriesAnswer, SeriesPoint } from '../../shared/protocol.ts';
import { dayMs, hourMs, minuteMs } from '../../shared/rollup.ts';
import type { Picture } from '../select/explorePicture.ts';
import { before, type Cut, cutOf, type Window } from '../select/exploreRange.ts';
import type { ExploreState } from '../select/exploreState.ts';
import { strongestKeys, totalsByKey } from '../select/timeSeries.ts';
import { type Unheard, unheardIn, within } from '../select/unheard.ts';
import { getJson, type Query, withQuery } from './fetchJson.ts';
import { fetchHeard } from './useUnheard.ts';

/** More rows would be more requests than a screen can read; the rest is one filter away. */
export const matrixBrands = 8;

async function series(query: Query, signal?: AbortSignal): Promise<SeriesPoint[]> {
  return (await getJson<SeriesAnswer>(withQuery('/api/series', { ...query, authors: 'no' }), signal)).points;
}

function total(points: readonly SeriesPoint[]): Picture['all'] {
  const sum = { mentions: 0, distinct: 0, positive: 0, neutral: 0, negative: 0 };
  for (const point of points) {
    sum.mentions += point.mentions;
    sum.distinct += point.distinct;
    sum.positive += point.positive;
    sum.neutral += point.neutral;
    sum.negative += point.negative;
  }
  return sum;
}

/** Whether anything was heard before that moment: a period that was heard in part is no yardstick. */
async function isHeardBefore(at: number, signal?: AbortSignal): Promise<boolean> {
  return (await getJson<FunnelShape>(withQuery('/api/funnel', { to: at }), signal)).collected > 0;
}

/** Outages are looked for in the chart's own buckets; days are too coarse for that, and years of hours too many. */
function unheardCut({ step, stepMs }: Cut, { from, to }: Window): Pick<Cut, 'step' | 'stepMs'> {
  if (stepMs < dayMs) return { step, stepMs };
  return to - from <= 120 * dayMs ? { step: '1h', stepMs: hourMs } : { step: '6h', stepMs: 6 * hourMs };
}

/** In which minute of its bucket the first post was heard; null where minutes do not tell. */
async function firstMinute(
  at: number,
  { to, stepMs }: { to: number; stepMs: number },
  signal?: AbortSignal,
): Promise<number | null> {
  const minutes = { from: at, to: Math.min(at + stepMs, to + minuteMs), step: '1m' as const, stepMs: minuteMs };
  return (await fetchHeard(minutes, signal)).find(({ mentions }) => mentions > 0)?.at ?? null;
}

/** The figures of one window under the state's filters. All requests carry the same `from` and `to`. */
export async function fetchPicture(
  state: Pick<ExploreState, 'by' | 'compare' | 'brands' | 'themes' | 'channels' | 'langs'>,
  window: Window,
  at: number,
  signal?: AbortSignal,
): Promise<Picture> {
  const cut = cutOf(window);
  const filters = { brand: state.brands, theme: state.themes, channel: state.channels, lang: state.langs };
  const now = { from: window.from, to: window.to, ...filters };
  const earlier = { ...before(window), ...filters };
  // Sums do not need time: the coarsest step is the smallest answer.
  const isBeforeHeard = state.compare && (await isHeardBefore(earlier.from, signal));
  const listened = { from: isBeforeHeard ? earlier.from : window.from, to: Math.min(window.to, at) };
  const looked = unheardCut(cut, window);
  const [points, brands, all, significant, funnel, heard, beforePoints, brandsBefore, allBefore] = await Promise.all([
    series({ ...now, step: cut.step, by: state.by }, signal),
    series({ ...now, step: '1w', by: 'brand' }, signal),
    getJson<SeriesAnswer>(withQuery('/api/series', { ...now, step: '1w' }), signal),
    series({ ...now, step: '1w', stage: 'significant' }, signal),
    getJson<FunnelShape>(withQuery('/api/funnel', { from: now.from, to: now.to, brand: state.brands }), signal),
    fetchHeard({ ...listened, ...looked }, signal),
    isBeforeHeard ? series({ ...earlier, step: cut.step, by: state.by }, signal) : null,
    isBeforeHeard ? series({ ...earlier, step: '1w', by: 'brand' }, signal) : null,
    isBeforeHeard ? series({ ...earlier, step: '1w' }, signal) : null,
  ]);
  const unheard = unheardIn(heard, looked.stepMs);
  // Before the first post ever heard nothing is known: no zero is drawn there.
  const first = heard.find(({ mentions }) => mentions > 0)?.at ?? window.from;
  const isUnknown = !isBeforeHeard && first > window.from && !(await isHeardBefore(window.from, signal));
  const unknown: Unheard[] = isUnknown ? [{ from: window.from, to: first }] : [];
  const heardFrom = isUnknown ? await firstMinute(first, { ...listened, stepMs: looked.stepMs }, signal) : null;
  // The matrix is where brands and themes are chosen: it goes on showing those that are not.
  const whole = { from: now.from, to: now.to, channel: state.channels, lang: state.langs, step: '1w' };
  const isChosen = state.brands.length + state.themes.length > 0;
  const matrixPoints = isChosen ? await series({ ...whole, by: 'brand' }, signal) : brands;
  const shown = new Set([...state.brands, ...strongestKeys(totalsByKey(matrixPoints), matrixBrands)]);
  const rows = await Promise.all(
    [...shown]
      .slice(0, matrixBrands)
      .map(async (brand) => [brand, await series({ ...whole, by: 'theme', brand: [brand] }, signal)] as const),
  );
  return {
    window,
    cut,
    at,
    points,
    beforePoints,
    all: total(all.points),
    ...(all.whole ? { authors: all.whole } : {}),
    significant: total(significant),
    allBefore: allBefore ? total(allBefore) : null,
    brands,
    brandsBefore,
    matrixBrands: matrixPoints,
    themesOf: Object.fromEntries(rows),
    funnel,
    unheard: within(unheard, window),
    unknown: within(unheard, window).some(({ from }) => from < first) ? [] : unknown,
    unheardBefore: within(unheard, earlier),
    heardFrom,
  };
}
