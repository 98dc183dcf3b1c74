import type { Alert, AlertRule, BacktestStory } from '../../shared/alerts.ts';
import { createRaising } from './createRaising.ts';
import { createTermNews } from './createTermNews.ts';
import type { PastTerms } from './pastTerms.ts';
import type { Told } from './standing.ts';

/** What a rule, with the sensitivity that is tried, makes of what stood out: stories, each told once. */
export function createTry(rule: AlertRule) {
  const terms = createTermNews();
  const raising = createRaising();
  const found = new Map<string, Alert>();

  function look(seen: readonly Told[], now: number, isQuarterOver: boolean): void {
    for (const { alert } of raising.look(seen, now, isQuarterOver)) found.set(alert.id, alert);
  }

  return {
    /** A look within a quarter-hour; `silent`: sources of which nothing came. */
    see(told: readonly Told[], silent: readonly Told[], now: number): void {
      if (told.length > 0) look([...terms.seen(), ...silent, ...told], now, false);
    },
    /** The look at the end of a quarter-hour; `talk`: the words that rise then. */
    end(told: readonly Told[], silent: readonly Told[], talk: ReturnType<PastTerms['rising']>, now: number): void {
      for (const { brand, rising } of talk) terms.hear(brand, rising, [rule], now);
      look([...terms.seen(), ...silent, ...told], now, true);
    },
    stories: (): BacktestStory[] => [...found.values()].map(storyOf),
  };
}

function storyOf({ kind, brand, theme, channel, source, term, ...alert }: Alert): BacktestStory {
  const { at, until, severity, isKnown, current: figure } = alert;
  return {
    ...{ kind, at, until, severity, isKnown, figure },
    ...(brand === undefined ? {} : { brand }),
    ...(theme === undefined ? {} : { theme }),
    ...(channel === undefined ? {} : { channel }),
    ...(source === undefined ? {} : { source }),
    ...(term === undefined ? {} : { term }),
  };
}
