import { shiftOf } from './learned.ts';
import { type AsRead, readAs, readOtherwise, type Said } from './overrides.ts';
import { lookAt, sentimentOf } from './scoreSentiment.ts';
import { type Named, opinionsTowards, type Towards } from './towards.ts';

/**
 * "Sick" may be praise of one of two brands only: what a text says of a brand for which its words mean something else than
 * for all that it names is read anew, for that brand. Written into `towards`.
 */
export function overrideOpinions(
  towards: { brands: Towards[] },
  said: Said,
  lang: string,
  named: Named,
  together: AsRead,
): void {
  const { rules, brands } = named;
  if (rules.overrides === null) return;
  for (const brand of readOtherwise(said, lang, brands, together, rules.overrides)) {
    const read = readAs(said, lang, [brand], rules.overrides);
    const { doc, reading, masked } = read ?? said;
    const whole = sentimentOf(lookAt(doc, reading, lang, masked, shiftOf(doc, masked, rules.learned, read?.shift)));
    const own = opinionsTowards(doc, reading, lang, masked, named, whole).brands.find(({ id }) => id === brand)!;
    towards.brands = towards.brands.map((one) => (one.id === brand ? own : one));
  }
}
