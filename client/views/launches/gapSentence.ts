import type { ComparisonGap } from '../../select/comparisonGaps.ts';
import type { Format } from '../../ui/format.ts';
import { offsetWords } from '../../ui/offsetWords.ts';
import type { Say } from '../../ui/useWords.ts';

/** More names than these are counted. */
const mostNamed = 3;

/** One thing that a comparison cannot know, in words. */
export function gapSentence(gap: ComparisonGap, say: Say, format: Format): string {
  if ('names' in gap) return say(`comparison.gap.${gap.is}`, { names: gap.names.join(', ') });
  const own = gap.isOwn ? 'yes' : 'no';
  if ('launches' in gap) {
    const { launches } = gap;
    const rest = launches.length > mostNamed + 1 ? launches.length - mostNamed : 0;
    const named = (rest > 0 ? launches.slice(0, mostNamed) : launches).join(', ');
    return say(`comparison.gap.${gap.is}`, { own, name: named, rest, count: launches.length });
  }
  const whose = { own, name: gap.name, many: gap.many ?? 1 };
  const span = { from: offsetWords(gap.fromMs, format), to: offsetWords(gap.toMs, format) };
  return say(`comparison.gap.${gap.is}`, { ...whose, ...span });
}
