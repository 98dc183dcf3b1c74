import type { Cell } from '../../shared/protocol.ts';
import { quarterMs } from '../../shared/rollup.ts';
import type { CellOf } from '../live/window.ts';
import { type Measured, measure } from './measure.ts';
import type { Standing, Told } from './standing.ts';
import type { Watched } from './watched.ts';

/** What judges one series, quarter-hour by quarter-hour; all of them are alike to whoever asks. */
export type SeriesDetector<Answer = Standing> = {
  /** A whole step, in the order of time. */
  push(at: number, measured: Measured): Answer | undefined;
  /** The step that is running, as far as it is known at `now`; changes nothing. Shares are not judged before they are whole. */
  peek(at: number, measured: Measured, now: number): Answer | undefined;
  /** What a coming step is expected to count, and its usual range; undefined while too little was seen. */
  forecast(at: number): { expected: number; low: number; high: number } | undefined;
  /** The same without its range. */
  expected(at: number): number | undefined;
};

/** Counts of a quarter-hour, by its start. */
export type ReadCell = (at: number, of: CellOf) => Cell | undefined;

type Judged<Answer> = { watched: Watched; detector: SeriesDetector<Answer> | undefined; from: number };

const nothing = { count: { value: 0 }, share: { part: 0, whole: 0 } };
const quietAs = ({ subject: { kind } }: Watched): Measured =>
  kind === 'volume' || kind === 'complaints' || kind === 'copies' ? nothing.count : nothing.share;

/** After half a day without a mention of anything nobody was listening: a server was off, a source was lost. */
const mostUnheard = 48;

/**
 * Judges many series together, from a moment on. The same quarters in the same order give the same answers, live or over history.
 * A series in which nothing was ever counted costs nothing until something is.
 */
export function createJudge<Answer = Standing>(
  watched: readonly Watched[],
  {
    knownFrom,
    createDetector,
    isHeard,
  }: {
    knownFrom: number;
    createDetector: (of: Watched, among: number) => SeriesDetector<Answer>;
    /** Whether anything at all was counted in a quarter-hour. */
    isHeard: (at: number) => boolean;
  },
) {
  const all: Judged<Answer>[] = watched.map((one) => ({ watched: one, detector: undefined, from: knownFrom }));
  const byKey = new Map(all.map((one) => [one.watched.key, one]));
  let unheard = 0;
  /** Quarter-hours in which nobody listened: they teach nothing. */
  const missed = new Set<number>();

  const brandOf = (cell: CellOf): CellOf | undefined =>
    'brand' in cell && cell.theme !== '*' ? { brand: cell.brand, theme: '*' } : undefined;

  function measureAt(at: number, { watched: one }: Judged<Answer>, read: ReadCell): Measured | undefined {
    const cell = read(at, one.cell);
    const isShareOfBrand = one.subject.kind === 'theme-share';
    if (!cell && !isShareOfBrand) return undefined;
    const whole = isShareOfBrand ? brandOf(one.cell) : undefined;
    const brand = whole && read(at, whole);
    return cell || brand ? measure(one.subject.kind, cell, brand) : undefined;
  }

  /** The detector of a series that speaks for the first time: it hears of the silence before. */
  function awaken(judged: Judged<Answer>, at: number): SeriesDetector<Answer> {
    const detector = createDetector(judged.watched, watched.length);
    const quiet = quietAs(judged.watched);
    for (let quarter = judged.from; quarter < at; quarter += quarterMs)
      if (!missed.has(quarter)) detector.push(quarter, quiet);
    return detector;
  }

  /** Whether anybody listened in the quarter-hour that comes next. */
  function listens(at: number): boolean {
    unheard = isHeard(at) ? 0 : unheard + 1;
    if (unheard > mostUnheard) missed.add(at);
    return unheard <= mostUnheard;
  }

  function closeOne(at: number, judged: Judged<Answer>, measured: Measured | undefined): Told<Answer> | undefined {
    if (!measured && !judged.detector) return undefined;
    judged.detector ??= awaken(judged, at);
    const standing = judged.detector.push(at, measured ?? quietAs(judged.watched));
    return standing && { watched: judged.watched, standing };
  }

  function peekOne(at: number, judged: Judged<Answer>, measured: Measured, now: number): Told<Answer> | undefined {
    judged.detector ??= awaken(judged, at);
    const standing = judged.detector.peek(at, measured, now);
    return standing && { watched: judged.watched, standing };
  }

  return {
    /** A whole quarter-hour, each once and in order. Answers what stands out after it. */
    close(at: number, read: ReadCell): Told<Answer>[] {
      if (!listens(at)) return [];
      return all.flatMap((judged) => closeOne(at, judged, measureAt(at, judged, read)) ?? []);
    },
    /**
     * Many whole quarter-hours of the past, as `peek` and `close` would judge them one after another: what a series learned stays
     * at hand where it is heard for a while, and that takes half the time of going from series to series at each step. `looks`: the
     * moments within a quarter-hour at which it is looked at, where it will stand out; `readPart`: what was counted by then.
     */
    closeMany(
      ats: readonly number[],
      read: ReadCell,
      looks: (at: number) => readonly number[],
      readPart: (now: number) => ReadCell,
    ): { running: Map<number, Told<Answer>[]>; ended: Map<number, Told<Answer>[]> } {
      const running = new Map<number, Told<Answer>[]>();
      const ended = new Map<number, Told<Answer>[]>();
      const note = (into: typeof ended, moment: number, told: Told<Answer> | undefined) => {
        if (told) into.set(moment, [...(into.get(moment) ?? []), told]);
      };
      const heard = ats.filter(listens);
      for (const judged of all)
        for (const at of heard) {
          const measured = measureAt(at, judged, read);
          // A part of a quarter-hour says nothing that the whole would not.
          if (measured && peekOne(at, judged, measured, at + quarterMs))
            for (const now of looks(at)) {
              const part = measureAt(at, judged, readPart(now));
              if (part) note(running, now, peekOne(at, judged, part, now));
            }
          note(ended, at, closeOne(at, judged, measured));
        }
      return { running, ended };
    },
    /** The quarter-hour that is running. Answers what stands out in it already, beside what stood out before. */
    peek(at: number, read: ReadCell, now: number): Told<Answer>[] {
      return all.flatMap((judged) => {
        const measured = measureAt(at, judged, read);
        return (measured && peekOne(at, judged, measured, now)) ?? [];
      });
    },
    /** What a series' detector expects of a coming quarter-hour; undefined while it has not learned, or nothing was ever counted. */
    expectedOf: (key: string, at: number): number | undefined => byKey.get(key)?.detector?.expected(at),
  };
}

export type Judge<Answer = Standing> = ReturnType<typeof createJudge<Answer>>;
