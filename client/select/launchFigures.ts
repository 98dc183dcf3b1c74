import type { ComparedLaunch, Standing } from '../../shared/launchComparison.ts';
import type { OpinionCounts } from '../../shared/uncertainty.ts';

type Counted = { mentions: number; texts: number };
type Part = { fromMs: number; toMs: number } & Counted;
export type LaunchFigures = {
  /** As far as the launch itself has come; null where this one was not heard that far. */
  soFar: Part | null;
  /** All that is drawn of it; null where nothing is. */
  drawn: Part | null;
  /** Of the step with the most mentions. */
  peak: Counted | null;
  /** Of the same stretch as `soFar`: one figure for one set of messages. Without a standing, of all that is drawn. */
  opinions: OpinionCounts;
};

/** One launch of a comparison in figures, from the points that are drawn of it. */
export function launchFigures(
  { points, heard }: ComparedLaunch,
  standing: Standing | null,
  stepMs: number,
): LaunchFigures {
  const within = ({ fromMs, toMs }: { fromMs: number; toMs: number }): Part => {
    const inside = points.filter(({ offsetMs }) => offsetMs >= fromMs && offsetMs < toMs);
    const sum = (count: 'mentions' | 'distinct') => inside.reduce((total, point) => total + point[count], 0);
    return { fromMs, toMs, mentions: sum('mentions'), texts: sum('distinct') };
  };
  const [first, last] = [points[0], points.at(-1)];
  const isHeard = standing && heard && heard.fromMs <= standing.fromMs && heard.toMs >= standing.toMs;
  const opinions = { positive: 0, neutral: 0, negative: 0 };
  for (const point of points) {
    if (standing && (point.offsetMs < standing.fromMs || point.offsetMs >= standing.toMs)) continue;
    opinions.positive += point.positive;
    opinions.neutral += point.neutral;
    opinions.negative += point.negative;
  }
  const busiest = points.reduce<(typeof points)[number] | null>(
    (best, point) => (best && best.mentions >= point.mentions ? best : point),
    null,
  );
  return {
    soFar: isHeard ? within(standing) : null,
    drawn: first && last ? within({ fromMs: first.offsetMs, toMs: last.offsetMs + stepMs }) : null,
    peak: busiest ? { mentions: busiest.mentions, texts: busiest.distinct } : null,
    opinions,
  };
}
