import type { ComparisonGap } from '../../select/comparisonGaps.ts';
import type { Format } from '../../ui/format.ts';
import { offsetWords } from '../../ui/offsetWords.ts';
import type { Say } from '../../ui/useWords.ts';

/** One thing that a comparison cannot know, in words. */
export function gapSentence(gap: ComparisonGap, say: Say, format: Format): string {
  if ('names' in gap) return say(`comparison.gap.${gap.is}`, { names: gap.names.join(', ') });
  const whose = { own: gap.isOwn ? 'yes' : 'no', name: gap.name, many: 'many' in gap ? (gap.many ?? 1) : 1 };
  if (!('fromMs' in gap)) return say(`comparison.gap.${gap.is}`, whose);
  const span = { from: offsetWords(gap.fromMs, format), to: offsetWords(gap.toMs, format) };
  return say(`comparison.gap.${gap.is}`, { ...whose, ...span });
}
