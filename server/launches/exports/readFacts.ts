import type { Alert } from '../../../shared/alerts.ts';
import type { FollowedDecision } from '../../../shared/decisions.ts';
import type { Brand, Launch, Opinion, Workspace } from '../../../shared/domain.ts';
import {
  type CompareScale,
  type CompareStep,
  compareSteps,
  type LaunchComparison,
} from '../../../shared/launchComparison.ts';
import { launchTheme, launchThemeWith } from '../../../shared/launchThemes.ts';
import { letterOf } from '../../../shared/letterOf.ts';
import type { Seam } from '../../../shared/protocol.ts';
import { hourMs, minuteMs } from '../../../shared/rollup.ts';
import type { SpeakAnswer } from '../../../shared/speak.ts';
import type { Errors } from '../../../shared/uncertainty.ts';
import { whatFollowed } from '../../decisions/whatFollowed.ts';
import type { TellProgress } from '../../engine/previewWorkspace.ts';
import { readSpeak } from '../../speak/readSpeak.ts';
import type { History, Kept } from '../../store/store.ts';
import { comparison } from '../comparison.ts';
import { cellsOf, countAligned, rangesOf, startOf, themesAligned } from '../readLaunch.ts';
import { chooseMessages } from './chooseMessages.ts';
import type { Authors, Counts } from './report.ts';

/** Each costs some sums: a launch with more is told by its newest. */
const mostFollowed = 40;
const mostAlerts = 12;
/** Messages are looked for in each part of the stretch, so that the last day does not speak for all of it. */
const messageParts = 4;
const messagesPerPart = 50;

export type FactsAsked = {
  launch: Launch;
  past: readonly Launch[];
  fromMs: number;
  toMs: number;
  step: CompareStep;
  scale: CompareScale;
  now: number;
  /** How many messages speak; 0: none is read. */
  messages: number;
};

/** What the screens read of a launch, read once. */
export type ReportFacts = {
  workspace: Workspace;
  launch: Launch;
  brand: Brand;
  ruleSet: number;
  corrections: number;
  seam: Seam | null;
  now: number;
  /** Epoch ms, [from, to); null: nothing was heard. */
  stretch: { from: number; to: number } | null;
  comparison: LaunchComparison;
  /** The launch alone, hour by hour on the same axis, and how many of each were significant. */
  hourly: LaunchComparison['launch'];
  significant: ReadonlyMap<number, number>;
  /** Of the stretch, each country by its own clock, as the comparison. */
  whole: Counts;
  themes: { id: string; counts: Counts }[];
  authors: Authors | null;
  decisions: FollowedDecision[];
  events: FollowedDecision[];
  alerts: Alert[];
  speak: SpeakAnswer;
  /** Themes of which people found that they are too often wrong, and how often they are right (0..1). */
  doubtful: ReadonlyMap<string, number>;
  /** Of net sentiment, after the room's labels. */
  errors: Errors;
  messages: Kept[];
};

/** What is told beside the store's own figures. */
type Beside = Pick<ReportFacts, 'workspace' | 'brand' | 'doubtful' | 'errors'> & { listAlerts: AlertsReader };

const emptyCounts = (): Counts => ({
  mentions: 0,
  distinct: 0,
  significant: 0,
  positive: 0,
  neutral: 0,
  negative: 0,
});

/** The stretch of the comparison's own sentence: from T0, or before it from the beginning of the axis, to the last whole bucket. */
function stretchOf({ launch, fromMs, step }: LaunchComparison): ReportFacts['stretch'] {
  const first = launch.points[0];
  const last = launch.points.at(-1);
  if (!last || !first) return null;
  const end = last.offsetMs + compareSteps[step];
  const start = Math.max(first.offsetMs, end > 0 ? Math.max(0, fromMs) : fromMs);
  return { from: startOf(launch.at) + start, to: startOf(launch.at) + end };
}

async function readMessages(
  history: History,
  launch: Launch,
  { fromMs, toMs }: { fromMs: number; toMs: number },
  most: number,
) {
  const themes = launch.query === undefined ? undefined : [launchTheme(launch.id)];
  const found: Kept[] = [];
  const part = Math.max(minuteMs, Math.ceil((toMs - fromMs) / messageParts));
  for (let offset = fromMs; offset < toMs; offset += part)
    for (const { range, holds } of rangesOf(launch, { fromMs: offset, toMs: Math.min(toMs, offset + part) }))
      for (const opinion of ['positive', 'negative'] as const satisfies readonly Opinion[]) {
        const { items } = await history.mentions({
          ...{ brands: [launch.brand], themes, ...range },
          ...{ stage: 'significant', opinions: [opinion], limit: messagesPerPart },
        });
        found.push(...items.filter(holds));
      }
  return chooseMessages(found, most);
}

/** `tell`: called after each step of the reading, with how many there are. */
export type FactsReading = { signal?: AbortSignal; tell?: TellProgress };

/** The launch itself, its hours, when to speak, the whole, authors, what followed, messages. */
const otherSteps = 7;

/**
 * Reads what a report tells: the comparison, hours, themes, decisions, events and messages, all of one moment and one stretch.
 * Throws the signal's reason.
 */
export async function readFacts(
  history: History,
  { workspace, brand, doubtful, errors, listAlerts }: Beside,
  asked: FactsAsked,
  { signal, tell }: FactsReading = {},
): Promise<ReportFacts> {
  const total = otherSteps + asked.past.length + workspace.themes.length;
  let done = 0;
  const onStep = () => {
    signal?.throwIfAborted();
    done += 1;
    tell?.(done, total);
  };
  const { launch, past, fromMs, toMs, step, scale, now } = asked;
  const question = { launch, fromMs, toMs, metric: 'mentions', scale, now } as const;
  const compared = await comparison(history, { ...question, past, step, onLaunch: onStep });
  const { launch: hourly } = await comparison(history, { ...question, past: [], step: '1h', onLaunch: onStep });
  const axis = {
    fromMs: Math.floor(fromMs / hourMs) * hourMs,
    toMs: Math.ceil(toMs / hourMs) * hourMs,
    stepMs: hourMs,
  };
  const aligned = await countAligned(history, launch, cellsOf(launch, undefined).whole, axis);
  const { ruleSet, corrections, seam } = await history.counted();
  const known = {
    ...{ workspace, launch, brand, ruleSet, corrections, seam, now, comparison: compared, hourly, doubtful, errors },
    speak: await readSpeak(history, launch, now),
    significant: new Map([...aligned].map(([offsetMs, { significant }]) => [offsetMs, significant])),
  };
  onStep();
  const stretch = stretchOf(compared);
  if (!stretch)
    return {
      ...{ ...known, stretch, whole: emptyCounts(), themes: [], authors: null },
      ...{ decisions: [], events: [], alerts: [], messages: [] },
    };

  const own = launch.query === undefined ? [] : [launchTheme(launch.id)];
  const cells = { brands: [launch.brand], ...stretch };
  const span = { fromMs: stretch.from - startOf(launch.at), toMs: stretch.to - startOf(launch.at) };
  const whole = emptyCounts();
  const parts = await countAligned(history, launch, cellsOf(launch, undefined).whole, {
    ...span,
    stepMs: compareSteps[step],
  });
  for (const part of parts.values()) for (const key of Object.keys(whole) as (keyof Counts)[]) whole[key] += part[key];
  onStep();
  const themes: ReportFacts['themes'] = [];
  for (const { id } of workspace.themes) {
    const cell = launch.query === undefined ? id : launchThemeWith(launch.id, id);
    const counts = (await themesAligned(history, launch, [cell], span)).get(cell) ?? emptyCounts();
    themes.push({ id, counts });
    onStep();
  }
  // Authors never add up: of several clocks they are not told.
  const counted = launch.starts?.length
    ? null
    : await history.authors({
        ...{ ...cells, themes: own, step: '1w', zone: 'UTC', stage: 'important', fromPosts: true },
      });
  onStep();
  const happened = <One extends { at: number }>(list: readonly One[]) =>
    list
      .filter(({ at }) => at >= launch.at + compared.fromMs && at < Math.min(now, launch.at + compared.toMs))
      .sort((a, b) => a.at - b.at)
      .slice(-mostFollowed);
  const lettered = [...launch.decisions]
    .sort((a, b) => a.at - b.at)
    .map((one, place) => ({ ...one, letter: letterOf(place) }));
  const decisions: FollowedDecision[] = [];
  for (const { letter, ...decision } of happened(lettered))
    decisions.push(await whatFollowed(history, launch.brand, decision, letter, now, errors.whole));
  const events: FollowedDecision[] = [];
  for (const { at, name } of happened(launch.events))
    events.push(await whatFollowed(history, launch.brand, { at, name }, '', now, errors.whole));
  onStep();
  const alerts = (await listAlerts({ from: launch.at + compared.fromMs, to: launch.at + compared.toMs }, 1_000))
    .filter((alert) => alert.brand === launch.brand && alert.rehearsal !== true)
    .sort((a, b) => b.severity - a.severity || a.at - b.at)
    .slice(0, mostAlerts);
  const messages = asked.messages === 0 ? [] : await readMessages(history, launch, span, asked.messages);
  onStep();
  return { ...known, stretch, whole, themes, authors: counted?.whole ?? null, decisions, events, alerts, messages };
}

export type AlertsReader = (range: { from: number; to: number }, limit: number) => Promise<Alert[]>;
