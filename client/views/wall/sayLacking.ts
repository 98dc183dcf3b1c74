import type { FunnelUnheard } from '../../select/funnelUnheard.ts';
import type { Format } from '../../ui/format.ts';
import type { Missing } from '../../ui/useMissing.ts';
import type { Say } from '../../ui/useWords.ts';

/** Why what is counted of a day is a least: hours that nobody heard, else a source that is lost. Null: nothing is missing. */
export function sayLacking(
  unheard: FunnelUnheard | null,
  missing: Missing | null,
  say: Say,
  format: Format,
): string | null {
  if (unheard) {
    // A time alone would be today's.
    const isEarlier = format.date(unheard.from) !== format.date(unheard.dayTo);
    return say('funnel.unheard', {
      many: unheard.many,
      open: unheard.isOpen ? 'yes' : 'no',
      dated: isEarlier ? 'yes' : 'no',
      // Day and month on one line.
      from: isEarlier ? format.moment(unheard.from).replace(' ', '\u00a0') : format.time(unheard.from),
      to: format.time(unheard.to),
      length: format.duration(unheard.lengthMs),
    });
  }
  return missing && say('funnel.sourceLost', missing);
}
