import type { AlertSubject, Autopsy, ExcessPart } from '../../shared/alerts.ts';
import type { ExploreState } from './exploreState.ts';

/** The messages behind an alert, as Explore finds them; of one of its parts, where one is given. */
export function partFilters(
  { kind, brand, theme, channel, term }: AlertSubject,
  { from, to }: Pick<Autopsy, 'from' | 'to'>,
  part?: Pick<ExcessPart, 'theme' | 'channel' | 'lang'>,
): Partial<ExploreState> {
  const isNegative = kind === 'complaints' || kind === 'negative-share' || kind === 'net-sentiment';
  const of = { theme: part?.theme ?? theme, channel: part?.channel ?? channel, lang: part?.lang ?? '' };
  return {
    range: 'custom',
    from,
    to,
    brands: brand === undefined ? [] : [brand],
    themes: of.theme === undefined ? [] : [of.theme],
    channels: of.channel === undefined ? [] : [of.channel],
    langs: of.lang === '' ? [] : [of.lang],
    opinions: isNegative ? ['negative'] : [],
    // Copies are set aside by the second sort: only complaints are counted behind it.
    stage: kind === 'complaints' ? 'significant' : 'important',
    q: term === undefined ? '' : `"${term}"`,
  };
}
