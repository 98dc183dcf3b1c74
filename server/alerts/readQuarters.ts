import type { Cell, SeriesPoint } from '../../shared/protocol.ts';
import type { CellOf } from '../live/window.ts';
import type { Filter, History } from '../store/store.ts';
import type { ReadCell } from './createJudge.ts';

/** As in `Cell`: all mentions, distinct ones, all opinions, and the significant ones with theirs. */
function cellFrom(all: SeriesPoint, significant: SeriesPoint | undefined): Cell {
  const { mentions, distinct, positive, neutral, negative } = all;
  const of = significant ?? { mentions: 0, positive: 0, neutral: 0, negative: 0 };
  return [mentions, distinct, positive, neutral, negative, of.mentions, of.positive, of.neutral, of.negative];
}

/** History in quarter-hours, in the form in which the live window tells them: of one brand and its themes, or of all channels. */
export async function readQuarters(
  history: Pick<History, 'series'>,
  what: { brand: string } | 'channels',
  range: { from: number; to: number },
): Promise<ReadCell> {
  // By name, then by moment: a back-test asks millions of times.
  const cells = new Map<string, Map<number, Cell>>();
  const read = async (filter: Filter, by: 'theme' | 'channel' | undefined) => {
    const series = (stage: 'important' | 'significant') =>
      history.series({ ...filter, step: '15m', zone: 'UTC', stage, ...(by ? { by } : {}) });
    const [all, significant] = await Promise.all([series('important'), series('significant')]);
    const nameOf = ({ key }: SeriesPoint) => (by ? (key ?? '') : '*');
    const found = new Map(significant.map((point) => [`${point.at} ${nameOf(point)}`, point]));
    for (const point of all) {
      const ofName = cells.get(nameOf(point)) ?? new Map<number, Cell>();
      cells.set(nameOf(point), ofName);
      ofName.set(point.at, cellFrom(point, found.get(`${point.at} ${nameOf(point)}`)));
    }
  };
  if (what === 'channels') await read(range, 'channel');
  else {
    await read({ ...range, brands: [what.brand] }, undefined);
    await read({ ...range, brands: [what.brand] }, 'theme');
  }
  return (at: number, of: CellOf) => cells.get('channel' in of ? of.channel : of.theme)?.get(at);
}
