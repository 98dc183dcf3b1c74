import type { Launch } from '../../shared/domain.ts';
import { launchTheme, launchThemeWith } from '../../shared/launchThemes.ts';
import { letterOf } from '../../shared/letterOf.ts';
import {
  type Chapter,
  type ChapterName,
  type Retrospective,
  type StoryFigures,
  sameTurnMs,
  type ThemeMove,
  type TurningPoint,
} from '../../shared/retrospective.ts';
import { dayMs, hourMs } from '../../shared/rollup.ts';
import {
  type ClassifierError,
  type Errors,
  netChange,
  netSentiment,
  probabilityMore,
} from '../../shared/uncertainty.ts';
import type { History, Kept } from '../store/store.ts';
import { countedFrom } from './countedFrom.ts';
import { pickSpeaking } from './pickSpeaking.ts';
import { rangesOf, readLaunch, themesAligned } from './readLaunch.ts';
import { type Hour, type Turn, turningPoints } from './turningPoints.ts';

const chapters: readonly { name: ChapterName; fromMs: number; toMs: number }[] = [
  { name: 'before', fromMs: -7 * dayMs, toMs: 0 },
  { name: 'day', fromMs: 0, toMs: dayMs },
  { name: 'week', fromMs: dayMs, toMs: 7 * dayMs },
];
/** Turning points are looked for as far as this; the chapters end after a week. */
const axis = { fromMs: -7 * dayMs, toMs: 28 * dayMs, stepMs: hourMs };
/** An own event may be what people speak of for so long. */
const nearMs = 6 * hourMs;
/** Of the busiest hour so many significant messages are looked at, of a chapter the newest. */
const mostRead = 200;
const mostMessages = 3;

type Span = { fromMs: number; toMs: number };
type Counts = Omit<StoryFigures, 'net'>;
/** What a retrospective is made of before its messages are made fit to be shown. */
export type Told = Omit<Retrospective, 'chapters'> & {
  chapters: (Omit<Chapter, 'messages'> & { messages: Kept[] })[];
};

function sumOf(counts: readonly Counts[], error: ClassifierError): StoryFigures {
  const sum = { mentions: 0, positive: 0, neutral: 0, negative: 0 };
  for (const one of counts) for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += one[key];
  return { ...sum, net: netSentiment(sum, error) };
}

const mentionsIn = (counts: readonly Counts[]) => counts.reduce((sum, { mentions }) => sum + mentions, 0);

/** Mentions of the launch by theme in [from, to), and those whose product query is a theme of their own. */
async function themesIn(
  history: History,
  launch: Launch,
  themes: readonly string[],
  span: Span,
  error: ClassifierError,
) {
  const { id, query } = launch;
  const asked = query === undefined ? themes : themes.map((theme) => launchThemeWith(id, theme));
  const counts = await themesAligned(history, launch, asked, span);
  return new Map(themes.map((theme, index) => [theme, sumOf([counts.get(asked[index]!)!], error)]));
}

/** The theme whose share moved most between two spans, where that is clear. */
async function themeMoved(
  history: History,
  launch: Launch,
  themes: readonly string[],
  [before, after]: readonly [Span, Span],
  error: ClassifierError,
) {
  const [was, is] = [
    await themesIn(history, launch, themes, before, error),
    await themesIn(history, launch, themes, after, error),
  ] as const;
  return (whole: { before: number; after: number }): TurningPoint['theme'] => {
    const shares = themes.map((id) => ({
      id,
      before: (was.get(id)?.mentions ?? 0) / Math.max(1, whole.before),
      after: (is.get(id)?.mentions ?? 0) / Math.max(1, whole.after),
    }));
    const [most] = shares.sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
    return most && Math.abs(most.after - most.before) >= 0.05 ? most : undefined;
  };
}

/** From the largest hour on, when a day's mean first fell to half of the first day's; null: not yet. */
export function halfLife(hours: readonly Hour[]): number | null {
  const from = hours.filter(({ offsetMs }) => offsetMs >= 0);
  const day = 24;
  if (from.length < day) return null;
  const meanFrom = (start: number) => from.slice(start, start + day).reduce((sum, { mentions }) => sum + mentions, 0);
  const first = meanFrom(0);
  if (first === 0) return null;
  for (let start = 1; start + day <= from.length; start += 1)
    if (meanFrom(start) <= first / 2) return from[start]!.offsetMs;
  return null;
}

/** The messages that speak for most in the busiest hour of a chapter; where few matter in it, in all of the chapter. */
async function speaking(history: History, launch: Launch, busiestMs: number, chapter: Span): Promise<Kept[]> {
  const pick = async (span: Span) => {
    const found: Kept[] = [];
    for (const { range, holds } of rangesOf(launch, span)) {
      const { items } = await history.mentions({
        brands: [launch.brand],
        ...(launch.query === undefined ? {} : { themes: [launchTheme(launch.id)] }),
        ...range,
        stage: 'significant',
        limit: mostRead,
      });
      found.push(...items.filter(holds));
    }
    return pickSpeaking(found, launch.brand, mostMessages);
  };
  const ofHour = await pick({ fromMs: busiestMs, toMs: busiestMs + hourMs });
  return ofHour.length === mostMessages ? ofHour : pick(chapter);
}

/** Tells a launch in order from history: chapters, turning points, themes. `themes`: ids of the workspace's. */
export async function retrospective(
  history: History,
  launch: Launch,
  themes: readonly string[],
  now: number,
  errors: Errors,
): Promise<Told> {
  const read = await readLaunch(history, launch, axis, { now, countedFrom: await countedFrom(history, launch) });
  const hours = read.points;
  const within = ({ fromMs, toMs }: Span) => hours.filter(({ offsetMs }) => offsetMs >= fromMs && offsetMs < toMs);
  const heardOf = ({ fromMs, toMs }: Span): Span => {
    const first = within({ fromMs, toMs });
    return first.length === 0
      ? { fromMs, toMs: fromMs }
      : { fromMs: first[0]!.offsetMs, toMs: first.at(-1)!.offsetMs + hourMs };
  };

  const told: Told['chapters'] = [];
  for (const chapter of chapters) {
    const inside = within(chapter);
    if (inside.length === 0) continue;
    const busiest = inside.reduce((most, hour) => (hour.mentions > most.mentions ? hour : most));
    const figures = sumOf(inside, errors.whole);
    told.push({
      name: chapter.name,
      ...heardOf(chapter),
      isWhole: inside.length === (chapter.toMs - chapter.fromMs) / hourMs,
      ...figures,
      texts: inside.reduce((sum, { distinct }) => sum + distinct, 0),
      perHour: figures.mentions / inside.length,
      peak: busiest.mentions > 0 ? { offsetMs: busiest.offsetMs, mentions: busiest.mentions } : null,
      messages: await speaking(history, launch, busiest.offsetMs, chapter),
    });
  }

  return {
    launch: launch.id,
    now,
    counts: read.counts,
    heard: read.heard,
    chapters: told,
    turns: await Promise.all(
      turningPoints(hours).map((turn) => tellTurn(history, launch, themes, hours, turn, errors)),
    ),
    themes: await themeMoves(
      history,
      launch,
      themes,
      heardOf(chapters[0]!),
      heardOf({ fromMs: 0, toMs: 7 * dayMs }),
      [mentionsIn(within(chapters[0]!)), mentionsIn(within({ fromMs: 0, toMs: 7 * dayMs }))],
      errors.theme,
    ),
    halfLifeMs: halfLife(hours),
    lessons: launch.lessons ?? [],
  };
}

async function tellTurn(
  history: History,
  launch: Launch,
  themes: readonly string[],
  hours: readonly Hour[],
  turn: Turn,
  errors: Errors,
): Promise<TurningPoint> {
  const offsetMs = hours[turn.at]!.offsetMs;
  const at = launch.at + offsetMs;
  const figures = ([from, to]: [number, number]) => ({
    ...sumOf(hours.slice(from, to), errors.whole),
    hours: to - from,
  });
  const spanOf = ([from, to]: [number, number]): Span => ({
    fromMs: hours[from]!.offsetMs,
    toMs: hours[to - 1]!.offsetMs + hourMs,
  });
  const [before, after] = [figures(turn.before), figures(turn.after)];
  const moved =
    turn.kind === 'sentiment'
      ? (await themeMoved(history, launch, themes, [spanOf(turn.before), spanOf(turn.after)], errors.theme))({
          before: before.mentions,
          after: after.mentions,
        })
      : undefined;
  const decisions = [...launch.decisions].sort((a, b) => a.at - b.at);
  const near = [
    ...launch.events.map(({ at, name, names }) => ({ at, name, ...(names ? { names } : {}), is: 'event' as const })),
    ...decisions.map((one, place) => ({
      at: one.at,
      name: `${letterOf(place)}: ${one.name}`,
      is: 'decision' as const,
    })),
  ]
    .filter((one) => one.at > at - nearMs && one.at < at + hourMs)
    .sort((a, b) => a.at - b.at);
  const verdict = launch.turns?.find((one) => one.kind === turn.kind && Math.abs(one.at - at) <= sameTurnMs);
  return {
    kind: turn.kind,
    at,
    offsetMs,
    change: turn.change,
    before,
    after,
    ...(moved ? { theme: moved } : {}),
    near,
    ...(verdict ? { verdict } : {}),
  };
}

/** Each theme before T0 beside the week after it; what moved most by share comes first. */
async function themeMoves(
  history: History,
  launch: Launch,
  themes: readonly string[],
  before: Span,
  after: Span,
  [wholeBefore, wholeAfter]: [number, number],
  error: ClassifierError,
): Promise<ThemeMove[]> {
  const was = await themesIn(history, launch, themes, before, error);
  const is = await themesIn(history, launch, themes, after, error);
  const none = sumOf([], error);
  const moves = themes.map((id): ThemeMove => {
    const [a, b] = [was.get(id) ?? none, is.get(id) ?? none];
    const side = (figures: StoryFigures, whole: number) => ({
      mentions: figures.mentions,
      share: whole === 0 ? 0 : figures.mentions / whole,
      net: figures.net,
    });
    const canTell = wholeBefore > 0 && wholeAfter > 0;
    return {
      id,
      before: side(a, wholeBefore),
      after: side(b, wholeAfter),
      // As counts over stretches whose lengths are all mentions of each side.
      probabilityMore: canTell ? probabilityMore(b.mentions, a.mentions, wholeAfter / wholeBefore) : null,
      net: netChange(b, a),
    };
  });
  const moved = ({ before: a, after: b }: ThemeMove) => Math.abs(b.share - a.share);
  return moves
    .filter(({ before: a, after: b }) => a.mentions + b.mentions > 0)
    .sort((a, b) => moved(b) - moved(a) || (a.id < b.id ? -1 : 1));
}
