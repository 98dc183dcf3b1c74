import type { Launch, Workspace } from '../../shared/domain.ts';
import { launchTheme } from '../../shared/launchThemes.ts';
import type { LaunchOutlook } from '../../shared/outlook.ts';
import { bucketOf, dayMs, hourMs, minuteMs } from '../../shared/rollup.ts';
import { measuredError, netSentiment, type OpinionCounts } from '../../shared/uncertainty.ts';
import { outlook } from '../outlook/outlook.ts';
import type { OutlookRow } from '../outlook/table.ts';
import type { History } from '../store/store.ts';
import { beforeMs, buzzColumns } from './buzzColumns.ts';
import { countedFrom } from './countedFrom.ts';
import { readLaunch } from './readLaunch.ts';

/** What owners say of a launch's product in a range; the texts decide who is one. */
export type OwnersReader = (
  launch: Launch,
  range: { from: number; to: number },
  theme: string | undefined,
) => Promise<OpinionCounts>;

/** Later talk is of other things. */
const latestMs = 28 * dayMs;
const firstWeekMs = 7 * dayMs;
const fewestOwners = 10;
const mostSignalValues = 50_000;
/** Each costs some questions to history. */
const mostPast = 50;

type Asked = { launch: Launch; workspace: Workspace; now: number; owners: OwnersReader };

async function authorsFor(history: History, launch: Launch, range: { from: number; to: number }) {
  const themes = launch.query === undefined ? [] : [launchTheme(launch.id)];
  const filter = { brands: [launch.brand], themes, ...range, zone: 'UTC', stage: 'important' } as const;
  const counted = await history.authors({ ...filter, step: '1h', fromPosts: false });
  if (!counted?.whole) return undefined;
  const points = await history.series({ ...filter, step: '1h' });
  const mentions = points.reduce((sum, point) => sum + point.mentions, 0);
  return mentions === 0 ? undefined : counted.whole.authors / mentions;
}

async function signalSums(history: History, { brand }: Launch, range: { from: number; to: number }) {
  const sums = new Map<string, number>();
  for (const of of ['', brand])
    for (const { name, value } of await history.signals({ ...range, brand: of, limit: mostSignalValues }))
      sums.set(name, (sums.get(name) ?? 0) + value);
  return [...sums].map(([name, sum]) => [`signal:${name}`, sum] as const);
}

async function rowOf(history: History, launch: Launch, asOfMs: number, { now, owners }: Asked): Promise<OutlookRow> {
  const axis = { fromMs: -beforeMs, toMs: Math.max(asOfMs, -beforeMs + hourMs), stepMs: hourMs };
  const read = await readLaunch(history, launch, axis, { now, countedFrom: await countedFrom(history, launch) });
  const buzz: [string, number | undefined][] = Object.entries(buzzColumns(read, asOfMs));
  const t0 = bucketOf(launch.at, minuteMs);
  const range = { from: t0 - beforeMs, to: t0 + asOfMs };
  const isHeard = read.heard && read.heard.fromMs <= -beforeMs && read.heard.toMs >= asOfMs;
  if (isHeard && asOfMs > -beforeMs) buzz.push(['authors', await authorsFor(history, launch, range)]);
  if (isHeard && asOfMs > 0) {
    const week = { from: t0, to: t0 + Math.min(asOfMs, firstWeekMs) };
    const theme = launch.query === undefined ? undefined : launchTheme(launch.id);
    const said = await owners(launch, week, theme);
    if (said.positive + said.negative >= fewestOwners) buzz.push(['owners', netSentiment(said, measuredError)?.net]);
  }
  const known = buzz.flatMap(([name, value]) => (value === undefined ? [] : [[`buzz:${name}`, value] as const]));
  const own = (launch.columns ?? []).map(({ name, value }) => [name, value] as const);
  const columns = Object.fromEntries([...(await signalSums(history, launch, range)), ...known, ...own]);
  return { name: launch.id, outcome: launch.outcome ?? null, columns };
}

/**
 * What the other launches with an outcome say about this one's, whose own is not looked at. Each is seen as of the same time from
 * its T0 as this one now: nothing is learned from what came later.
 */
export async function launchOutlook(history: History, asked: Asked): Promise<LaunchOutlook> {
  const { launch, workspace, now } = asked;
  const asOfMs = Math.floor(Math.min(now - bucketOf(launch.at, minuteMs), latestMs) / hourMs) * hourMs;
  const past = workspace.launches
    .filter(({ id, outcome }) => id !== launch.id && outcome !== undefined)
    .sort((a, b) => b.at - a.at)
    .slice(0, mostPast);
  const rows: OutlookRow[] = [];
  for (const one of past) rows.push(await rowOf(history, one, asOfMs, asked));
  rows.push({ ...(await rowOf(history, launch, asOfMs, asked)), outcome: null });
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row.columns)))].sort();
  const { answers, record } = outlook(rows, columns, workspace.outcome?.unit === '%' ? 'percent' : 'auto');
  return { outcome: workspace.outcome ?? null, asOfMs, past: past.length, record, ...answers[0]!.answer };
}
