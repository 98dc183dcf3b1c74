import { bucketOf, dayMs, quarterMs } from '../../shared/rollup.ts';
import { createSilenceDetector, type SilenceDetector } from '../detect/createSilenceDetector.ts';
import type { RecordChange, StoredRecord } from '../store/store.ts';
import type { Silence } from './createSourceWatch.ts';

const kind = 'arrivals';
/** So long a source's rhythm is remembered. */
const keptMs = 14 * dayMs;
/** Of more sources than this nobody learns the rhythm: a sender may name as many as it likes. */
const mostSources = 50;

type Rhythm = {
  /** Whole quarter-hours that held posts, in order: start and how many. */
  counts: [number, number][];
  detector: SilenceDetector;
  /** The quarter-hour that is running. */
  at: number;
  count: number;
  heardAt: number;
  isKept: boolean;
};

const hear = (rhythm: Rhythm, at: number, count: number) => {
  rhythm.counts.push([at, count]);
  rhythm.detector.push(at, count);
};

/**
 * When posts of each source arrive, by our clock: whoever waits for a source waits for its arrivals. Kept as a record for each
 * source, because silence is told from days of rhythm and a server is started again.
 */
export function createArrivals(records: readonly StoredRecord[], now: number) {
  const rhythms = new Map<string, Rhythm>();

  function begin(source: string, at: number): Rhythm {
    const detector = createSilenceDetector(quarterMs, { among: mostSources / 10 });
    const rhythm: Rhythm = { counts: [], detector, at: bucketOf(at, quarterMs), count: 0, heardAt: at, isKept: true };
    rhythms.set(source, rhythm);
    return rhythm;
  }

  for (const { id, body } of records) {
    const counts = (JSON.parse(body) as { counts: [number, number][] }).counts.filter(([at]) => at >= now - keptMs);
    const last = counts.at(-1);
    if (!last || rhythms.size === mostSources) continue;
    const rhythm = begin(id, now);
    for (const [at, count] of counts) hear(rhythm, at, count);
    // While nobody listened nothing could be heard: a silence begins with this start.
    rhythm.heardAt = now;
  }

  /** Ends the quarter-hour that is over. */
  function turn(rhythm: Rhythm, at: number): void {
    const quarter = bucketOf(at, quarterMs);
    if (quarter <= rhythm.at) return;
    const heardTo = (rhythm.counts.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY) + quarterMs;
    if (rhythm.count > 0 && rhythm.at >= heardTo) {
      hear(rhythm, rhythm.at, rhythm.count);
      rhythm.isKept = false;
    }
    rhythm.at = quarter;
    rhythm.count = 0;
  }

  return {
    /** Posts that arrived now. */
    count(source: string, posts: number, at: number): void {
      const rhythm = rhythms.get(source) ?? (rhythms.size < mostSources ? begin(source, at) : undefined);
      if (!rhythm) return;
      turn(rhythm, at);
      rhythm.count += posts;
      rhythm.heardAt = at;
    },
    silenceOf(source: string, at: number): Silence | undefined {
      const rhythm = rhythms.get(source);
      if (!rhythm) return undefined;
      turn(rhythm, at);
      if (rhythm.count > 0) return undefined;
      const silence = rhythm.detector.check(at, rhythm.heardAt);
      if (!silence) return undefined;
      const { expected, severity, onceInDays } = silence;
      return { since: silence.at, expected, severity, onceInDays };
    },
    /** What there is to keep since it was last asked: the rhythm of sources whose quarter-hour has ended. */
    changes(at: number): RecordChange[] {
      const changes: RecordChange[] = [];
      for (const [source, rhythm] of rhythms) {
        turn(rhythm, at);
        if (rhythm.isKept) continue;
        rhythm.isKept = true;
        while ((rhythm.counts[0]?.[0] ?? at) < at - keptMs) rhythm.counts.shift();
        changes.push({ kind, id: source, at, body: JSON.stringify({ counts: rhythm.counts }) });
      }
      return changes;
    },
  };
}

export const arrivalsAsked = { kind, limit: mostSources };
