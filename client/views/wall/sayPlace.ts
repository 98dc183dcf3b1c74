import type { LaunchComparison, Standing } from '../../../shared/launchComparison.ts';
import { isPlacedApart } from '../../../shared/textsBeside.ts';
import type { Format } from '../../ui/format.ts';
import { offsetWords } from '../../ui/offsetWords.ts';
import type { Say } from '../../ui/useWords.ts';

/**
 * A launch's place among past ones, in one sentence without multiples, medians and counts: the large figure says by how much, the
 * clock when. Null where so few are compared that there is no place.
 */
export function sayPlace({ standing, launch, now, toMs }: LaunchComparison, say: Say, format: Format): string | null {
  const place = standing && placeOf(standing);
  if (!place) return null;
  const ofTexts = isPlacedApart(standing) ? placeOf({ ...standing.texts, launches: standing.launches }) : null;
  return say('clock.place', {
    ...place,
    isOver: now - launch.at >= toMs ? 'yes' : 'no',
    at: offsetWords(standing.toMs, format),
    texts: ofTexts ? say('clock.placeOfTexts', ofTexts) : '',
  });
}

function placeOf({ rank, percentile, launches }: Pick<Standing, 'rank' | 'percentile' | 'launches'>) {
  if (rank) return { by: rank.place === rank.of ? 'lowest' : 'rank', place: rank.place, of: rank.of };
  return percentile === undefined ? null : { by: 'percentile', place: Math.round(percentile), of: launches };
}
