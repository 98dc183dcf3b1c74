import type { AlertKind, AlertRule, AlertSubject } from '../../shared/alerts.ts';
import type { Channel, Workspace } from '../../shared/domain.ts';
import type { CellOf } from '../live/window.ts';

/** Kinds that are judged by counts of quarter-hours; the others have their own ways. */
export const countedKinds = ['volume', 'complaints', 'copies'] as const satisfies readonly AlertKind[];
export const shareKinds = ['negative-share', 'net-sentiment', 'theme-share'] as const satisfies readonly AlertKind[];
export type SeriesKind = (typeof countedKinds)[number] | (typeof shareKinds)[number];

/** One series that a rule watches. */
export type Watched = {
  /** Names it among all of them. */
  key: string;
  rule: AlertRule;
  subject: AlertSubject & { kind: SeriesKind };
  cell: CellOf;
};

export const keyOf = (rule: string, { kind, brand, theme, channel, source, term }: AlertSubject): string =>
  JSON.stringify([rule, kind, brand ?? '', theme ?? '', channel ?? '', source ?? '', term ?? '']);

const isSeries = (kind: AlertKind): kind is SeriesKind => [...countedKinds, ...shareKinds].some((one) => one === kind);

/** Which kinds say something of a brand as a whole, of its themes, of a channel. */
const reaches: Record<SeriesKind, { brand: boolean; theme: boolean; channel: boolean }> = {
  volume: { brand: true, theme: true, channel: true },
  complaints: { brand: true, theme: true, channel: true },
  copies: { brand: true, theme: false, channel: false },
  'negative-share': { brand: true, theme: false, channel: true },
  'net-sentiment': { brand: true, theme: true, channel: false },
  'theme-share': { brand: false, theme: true, channel: false },
};

/**
 * Every series that a rule watches: brands, their themes, and channels of all brands together. A rule with themes looks at
 * those alone, a rule with channels at those alone.
 */
export function watchedBy(
  rule: AlertRule,
  { brands, themes }: Pick<Workspace, 'brands' | 'themes'>,
  channels: readonly Channel[],
): Watched[] {
  if (rule.isOff) return [];
  const watched: Watched[] = [];
  const add = (subject: Watched['subject'], cell: CellOf) =>
    watched.push({ key: keyOf(rule.id, subject), rule, subject, cell });
  for (const kind of rule.kinds) {
    if (!isSeries(kind)) continue;
    const reach = reaches[kind];
    for (const { id: brand } of rule.channels ? [] : brands) {
      if (rule.brands && !rule.brands.includes(brand)) continue;
      if (reach.brand && !rule.themes) add({ kind, brand }, { brand, theme: '*' });
      for (const { id: theme } of reach.theme ? themes : [])
        if (!rule.themes || rule.themes.includes(theme)) add({ kind, brand, theme }, { brand, theme });
    }
    for (const channel of reach.channel && !rule.brands && !rule.themes ? channels : [])
      if (!rule.channels || rule.channels.includes(channel)) add({ kind, channel }, { channel });
  }
  return watched;
}
