import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { lackOfPast } from '../../../client/select/lackOfPast.ts';
import { createFormat } from '../../../client/ui/format.ts';
import type { Language } from '../../../client/ui/language.ts';
import { sayHeadline } from '../../../client/ui/sayHeadline.ts';
import { sayWith } from '../../../client/ui/useWords.ts';
import { en } from '../../../client/ui/words/en.ts';
import { fr } from '../../../client/ui/words/fr.ts';
import type { Standing } from '../../../shared/launchComparison.ts';
import { hourMs } from '../../../shared/rollup.ts';

function read(language: Language, ...why: Parameters<typeof lackOfPast>): string {
  const intl = createIntl({ locale: language, messages: { en, fr }[language] });
  return sayHeadline([lackOfPast(...why)], sayWith(intl), createFormat(language, 'UTC')).replace(/\s/g, ' ');
}

const standing = (launches: number, mentions = 10): Standing => ({
  ...{ fromMs: 0, toMs: hourMs, mentions, value: mentions, launches },
  texts: { count: mentions, value: mentions },
});

describe('why a launch is compared with no past one', () => {
  it('is said of a replay and of what could not be read, whatever the answer holds', () => {
    const answer = { standing: standing(5), launch: {}, past: [] };
    expect(read('en', 'replay', answer)).toBe('Not compared with past launches: a replay shows its own time only.');
    expect(read('fr', 'replay', undefined)).toBe(
      'Sans comparaison aux lancements passés : une relecture ne montre que son propre temps.',
    );
    expect(read('en', 'unread', undefined)).toMatch(/: they could not be read\.$/);
  });

  it('counts the past launches that were heard, where they are too few', () => {
    const few = (launches: number) => read('en', null, { standing: standing(launches), launch: {}, past: [] });
    expect(few(0)).toMatch(/: none was heard to this hour, and 3 are needed\.$/);
    expect(few(1)).toMatch(/: only one was heard/);
    expect(few(2)).toMatch(/: only 2 were heard/);
    expect(read('fr', null, { standing: standing(2), launch: {}, past: [] })).toMatch(
      / : 2 seulement ont été entendus jusqu’à cette heure, il en faut 3\.$/,
    );
  });

  it('tells a launch of which nothing is counted from one that is still counted', () => {
    expect(read('en', null, { standing: null, launch: {}, past: [] })).toMatch(
      /: nothing is counted of this one yet\.$/,
    );
    expect(read('en', null, { standing: standing(5, 0), launch: {}, past: [] })).toMatch(
      /: nothing is counted of this one yet/,
    );
    expect(read('en', null, { standing: null, launch: { missing: 'not-counted' }, past: [] })).toMatch(
      /: history is being counted under the product query\.$/,
    );
  });

  it('says of a demo that it is still being told, not that nobody listened', () => {
    const answer = { standing: standing(0), launch: {}, past: [{ missing: 'not-told' as const }] };
    expect(read('en', null, answer)).toBe('Not compared with past launches: the demo is still being told.');
    expect(read('fr', null, answer)).toMatch(/ : la démo se remplit encore\.$/);
  });

  it('is not said while the answer is on its way', () => {
    expect(lackOfPast(null, undefined)).toEqual([]);
  });
});
