import { type ComparedLaunch, compareSteps, type LaunchComparison } from '../../shared/launchComparison.ts';

type Missing = NonNullable<ComparedLaunch['missing']>;

/** What a comparison cannot know, so that it is not taken for silence or for smallness. */
export type ComparisonGap =
  | {
      is: 'late' | 'early';
      id: string;
      name: string;
      /** Of so many past launches that are alike in it; absent: one. */
      many?: number;
      isOwn: boolean;
      fromMs: number;
      toMs: number;
    }
  | { is: Missing; isOwn: boolean; launches: string[] }
  | { is: 'no-size'; names: string[] }
  | { is: 'no-authors'; names: string[] };

/** Until where a launch can have been heard by now: the end of its last whole bucket, or of the axis. */
function reachOf({ at }: ComparedLaunch, { now, toMs, step }: LaunchComparison): number {
  const stepMs = compareSteps[step];
  return Math.min(toMs, Math.floor((now - at) / stepMs) * stepMs);
}

/** Past launches whose captures begin or end alike are one gap with their names: five such lines would say one thing. */
function addSpan(gaps: ComparisonGap[], gap: Extract<ComparisonGap, { is: 'late' | 'early' }>): void {
  const end = gap.is === 'late' ? 'fromMs' : 'toMs';
  const alike = gaps.find((one) => one.is === gap.is && !one.isOwn && !gap.isOwn && one[end] === gap[end]);
  if (alike && 'fromMs' in alike) {
    alike.name += `, ${gap.name}`;
    alike.many = (alike.many ?? 1) + 1;
  } else gaps.push(gap);
}

/** The same of those of which nothing is known at all. */
function addMissing(gaps: ComparisonGap[], is: Missing, name: string, isOwn: boolean): void {
  const alike = gaps.find((one) => one.is === is && !isOwn && 'launches' in one && !one.isOwn);
  if (alike && 'launches' in alike) alike.launches.push(name);
  else gaps.push({ is, isOwn, launches: [name] });
}

/** Where captures begin late or end early, what is not counted yet, and whose size or authors are not known. */
export function comparisonGaps(comparison: LaunchComparison): ComparisonGap[] {
  const { launch, past, fromMs, scale, metric, step } = comparison;
  const gaps: ComparisonGap[] = [];
  for (const one of [launch, ...past]) {
    const isOwn = one === launch;
    const { id, name, heard, missing } = one;
    const reach = reachOf(one, comparison);
    // Its axis has not come: nothing is missing.
    if (reach <= fromMs) continue;
    if (missing) addMissing(gaps, missing, name, isOwn);
    else if (heard && heard.fromMs > fromMs) addSpan(gaps, { is: 'late', id, name, isOwn, ...heard });
    // A bucket that has just ended may not be told yet.
    else if (heard && heard.toMs < reach - compareSteps[step])
      addSpan(gaps, { is: 'early', id, name, isOwn, ...heard });
  }
  const all = [launch, ...past].filter(({ heard }) => heard !== null);
  const unsized = scale === 'size' ? all.filter(({ size }) => size === null) : [];
  if (unsized.length > 0) gaps.push({ is: 'no-size', names: unsized.map(({ name }) => name) });
  const anonymous =
    metric === 'authors' ? all.filter(({ points }) => points.every(({ authors }) => authors === undefined)) : [];
  if (anonymous.length > 0) gaps.push({ is: 'no-authors', names: anonymous.map(({ name }) => name) });
  return gaps;
}
