import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSpikes } from '../../server/detect/findSpikes.ts';
import { readCounts } from '../../server/detect/readCounts.ts';
import { parseRowMoment } from '../../server/sources/rowMoment.ts';

const weekMs = 7 * 86_400_000;

/**
 * Real mention counts of ten companies with labelled windows (Numenta's anomaly benchmark): a window is caught when a spike is
 * told within it; every spike outside of all is a false alarm.
 */
export async function judgeSpikes(folder: string) {
  const home = join(folder, 'nab-twitter-volume');
  const labels = JSON.parse(readFileSync(join(home, 'anomaly_windows.json'), 'utf8')) as Record<
    string,
    [string, string][]
  >;
  let caught = 0;
  let falseAlarms = 0;
  let weeks = 0;
  for (const [name, written] of Object.entries(labels)) {
    const windows = written.map((ends) => ends.map((end) => parseRowMoment(end)!.at) as [number, number]);
    const found = await readCounts(join(home, `${name.split('/').at(-1)}.gz`));
    const isIn = (at: number, [from, to]: [number, number]) => at >= from && at <= to;
    const spikes = findSpikes(found);
    caught += windows.filter((window) => spikes.some(({ at }) => isIn(at, window))).length;
    falseAlarms += spikes.filter(({ at }) => !windows.some((window) => isIn(at, window))).length;
    weeks += (found.counts.at(-1)!.at - found.counts[0]!.at) / weekMs;
  }
  return { series: Object.keys(labels).length, caught, falseAWeek: falseAlarms / weeks };
}
