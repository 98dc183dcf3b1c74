import type { Figures } from '../../shared/decisions.ts';
import { hourMs } from '../../shared/rollup.ts';
import { type ClassifierError, netSentiment } from '../../shared/uncertainty.ts';
import type { History } from '../store/store.ts';
import type { HeardIn } from './heardTimes.ts';

const mostThemes = 12;

/** Counts a brand in [from, to). */
export async function takeFigures(
  history: Pick<History, 'series'>,
  brand: string,
  { from, to }: { from: number; to: number },
  heardIn: HeardIn,
  error: ClassifierError,
): Promise<Figures> {
  const asked = { brands: [brand], from, to, step: '1w', zone: 'UTC', stage: 'important' } as const;
  const [points, themed, heardMs] = await Promise.all([
    history.series(asked),
    history.series({ ...asked, by: 'theme' }),
    heardIn({ from, to }),
  ]);
  const sum = { mentions: 0, distinct: 0, positive: 0, neutral: 0, negative: 0 };
  for (const point of points) for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += point[key];
  const themes = new Map<string, number>();
  for (const { key = 'none', mentions } of themed) themes.set(key, (themes.get(key) ?? 0) + mentions);
  return {
    from,
    to,
    heardMs,
    ...sum,
    perHour: heardMs === 0 ? null : (sum.mentions / heardMs) * hourMs,
    net: netSentiment(sum, error),
    themes: [...themes]
      .filter(([id, mentions]) => id !== 'none' && mentions > 0)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, mostThemes)
      .map(([id, mentions]) => ({ id, mentions, share: Math.min(1, mentions / sum.mentions) })),
  };
}
