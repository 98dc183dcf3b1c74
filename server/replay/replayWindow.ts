import { diffPatch } from '../../shared/mergePatch.ts';
import type { FiguresState } from '../../shared/protocol.ts';
import type { ReplayClock } from '../../shared/replayClocks.ts';
import { bucketOf, dayMs, minuteMs, quarterMs } from '../../shared/rollup.ts';
import { minutesFrom, quartersFrom } from '../live/tiers.ts';
import { createWindow, type LiveWindow } from '../live/window.ts';
import { createPackedSum } from '../store/packedSum.ts';
import { eachRow } from '../store/packRows.ts';
import type { FunnelRow } from '../store/store.ts';
import type { PostKind, ReplayLog } from './replayLog.ts';

/** Further than this at once, or back: counted anew, which is quicker than undoing. */
const absorbedAtOnceMs = dayMs;

export type ReplayWindow = LiveWindow & { setClock(clock: ReplayClock): void };

/**
 * A live window whose past is a log instead of commits: `moveTo` lets everything in that its clock has passed. A jump makes
 * a new window behind the same spans; who watched one is told the way from what it showed to what it shows. Said: all posts said
 * before the moment. Known: all that arrived up to and with it.
 */
export function createReplayWindow(log: ReplayLog, startClock: ReplayClock, startAt: number): ReplayWindow {
  let clock = startClock;
  let at = startAt;
  let next = 0;
  let window = createWindow(startAt);
  const open = new Set<string>();
  /** What a span showed before a jump, until it is drawn again. */
  const shownBefore = new Map<string, FiguresState>();

  /** Said ends before the moment; known with it, because what arrives at a moment is known at it. */
  const endOf = (moment: number) => log.before(clock, clock === 'said' ? moment : moment + 1);

  function take(from: number, to: number, seam: number) {
    const old = createPackedSum(quarterMs);
    const young = createPackedSum();
    const funnel = createOutcomes();
    const oldest = quartersFrom(at);
    const order = log.order[clock];
    for (let place = from; place < to; place++) {
      const position = order[place]!;
      const said = log.at[position]!;
      if (said < oldest) continue;
      const kind = log.kindOf(position);
      funnel.add(bucketOf(said, said < seam ? quarterMs : minuteMs), kind);
      if (!kind.mention) continue;
      // The sum reads it at once and keeps nothing of it: a hundred thousand copies would cost as much as the counting.
      kind.mention.at = said;
      (said < seam ? old : young).add(kind.mention);
    }
    return { old: eachRow(old.rows()), young: eachRow(young.rows()), funnel: funnel.rows() };
  }

  function rebuild(): void {
    for (const span of open) if (!shownBefore.has(span)) shownBefore.set(span, window.figures(span));
    window = createWindow(at);
    next = endOf(at);
    const seam = minutesFrom(at);
    const { old, young, funnel } = take(0, next, seam);
    window.load(old, funnel, seam);
    window.load(young, [], seam);
    for (const span of open) window.open(span);
  }
  rebuild();

  return {
    setClock(to) {
      if (to === clock) return;
      clock = to;
      rebuild();
    },
    moveTo(to) {
      const isJump = to < at || to - at > absorbedAtOnceMs;
      at = to;
      if (isJump) {
        rebuild();
        return;
      }
      window.moveTo(to);
      const end = endOf(to);
      if (end === next) return;
      const { young, funnel } = take(next, end, Number.NEGATIVE_INFINITY);
      next = end;
      window.absorb(young, funnel);
    },
    open(span) {
      open.add(span);
      window.open(span);
    },
    close(span) {
      open.delete(span);
      shownBefore.delete(span);
      window.close(span);
    },
    draw(span) {
      const patch = window.draw(span);
      const before = shownBefore.get(span);
      if (!before) return patch;
      shownBefore.delete(span);
      return diffPatch(before, window.figures(span));
    },
    figures: (span) => shownBefore.get(span) ?? window.figures(span),
    load: () => refuseRows(),
    absorb: () => refuseRows(),
    count: (...asked) => window.count(...asked),
    quarter: (...asked) => window.quarter(...asked),
    minutes: (...asked) => window.minutes(...asked),
    knownFrom: () => window.knownFrom(),
    bytes: () => window.bytes(),
  };
}

/** Adds up the funnel of all brands. Posts come nearly in order of time: the cells of the last moment are at hand. */
function createOutcomes() {
  const moments = new Map<number, Map<string, FunnelRow>>();
  let last = Number.NaN;
  let cells = new Map<string, FunnelRow>();
  return {
    add(at: number, { source, outcome }: Pick<PostKind, 'source' | 'outcome'>): void {
      if (at !== last) {
        last = at;
        cells = moments.get(at) ?? new Map();
        moments.set(at, cells);
      }
      const key = `${outcome} ${source}`;
      const cell = cells.get(key);
      if (cell) cell.posts += 1;
      else cells.set(key, { at, source, brand: '*', outcome, posts: 1 });
    },
    rows: (): FunnelRow[] => [...moments.values()].flatMap((found) => [...found.values()]),
  };
}

function refuseRows(): never {
  throw new Error('a replay counts its own log and takes no rows');
}
