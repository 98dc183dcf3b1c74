import { hourMs } from '../../../shared/rollup.ts';
import { useFrame } from '../../live/useFrame.ts';
import { beganWithin } from '../../select/cells.ts';
import type { Format } from '../../ui/format.ts';
import { useReplay } from '../../ui/ReplayLive.tsx';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/useWords.ts';

/**
 * How the hour that is counted, and the end of it, are called: in a replay by their time of day, since neither is "last" or "now";
 * where listening began within it, by that.
 */
export function useLastHour(format: Format): {
  isReplay: boolean;
  mentions: string;
  column: string;
  themes: string;
  brands: (count: number) => string;
  of: (brand: string) => string;
  now: string;
} {
  const { say } = useWords();
  const isReplay = useReplay() !== null;
  const now = useNow(1_000);
  const began = useFrame('figures/1h', beganWithin) ?? null;
  if (isReplay) {
    const span = { from: format.time(now - hourMs), to: format.time(now) };
    return {
      isReplay,
      mentions: say('wall.mentionsThen', span),
      column: say('wall.mentionsThen', span),
      themes: say('wall.then.themesLabel', span),
      brands: (count) => say('wall.brandsThen', { count, ...span }),
      of: (brand) => say('wall.brandThen', { brand, ...span }),
      now: span.to,
    };
  }
  if (began !== null) {
    const since = { from: format.time(began) };
    return {
      isReplay,
      mentions: say('wall.mentionsSince', since),
      column: say('wall.mentionsSinceCol', since),
      themes: say('wall.themesSinceLabel', since),
      brands: (count) => say('wall.brandsSince', { count, ...since }),
      of: (brand) => say('wall.brandSince', { brand, ...since }),
      now: say('wall.now'),
    };
  }
  return {
    isReplay,
    mentions: say('wall.mentionsHour'),
    column: say('wall.mentionsCol'),
    themes: say('wall.themesLabel'),
    brands: (count) => say('wall.brandsHour', { count }),
    of: (brand) => say('wall.brandHour', { brand }),
    now: say('wall.now'),
  };
}
