import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { correctionsEn } from '../../../client/ui/words/corrections.en.ts';
import { correctionsFr } from '../../../client/ui/words/corrections.fr.ts';
import { exploreEn } from '../../../client/ui/words/explore.en.ts';
import { exploreFr } from '../../../client/ui/words/explore.fr.ts';
import { receiversEn } from '../../../client/ui/words/receivers.en.ts';
import { receiversFr } from '../../../client/ui/words/receivers.fr.ts';
import { settingsEn } from '../../../client/ui/words/settings.en.ts';
import { settingsFr } from '../../../client/ui/words/settings.fr.ts';

const english = { ...correctionsEn, ...exploreEn, ...receiversEn, ...settingsEn };
const french = { ...correctionsFr, ...exploreFr, ...receiversFr, ...settingsFr };
type Key = keyof typeof english;

/** Every name that could be an argument: whatever stands after an opening brace in either language. */
const candidates = (id: Key) => [...`${english[id]} ${french[id]}`.matchAll(/\{(\w+)/g)].map(([, name]) => name!);

/** Says a message with none, one and many of everything; gives what it said and what it complained of. */
function sayAll(locale: 'en' | 'fr', words: Record<string, string>, id: Key, without?: string) {
  const faults: string[] = [];
  const intl = createIntl({ locale, messages: words, onError: (error) => faults.push(error.message) });
  const said = [0, 1, 5, 'yes'].map((value) => {
    const values = Object.fromEntries(candidates(id).map((name) => [name, value]));
    if (without !== undefined) delete values[without];
    return intl.formatMessage({ id }, values);
  });
  return { said, faults };
}

describe('the words of Explore and Settings', () => {
  it('can all be said in both languages, with none, one and many', () => {
    for (const id of Object.keys(english) as Key[])
      for (const [locale, words] of [
        ['en', english],
        ['fr', french],
      ] as const) {
        const { said, faults } = sayAll(locale, words, id);
        // A plural cannot count the word "yes": only that complaint is expected of it.
        expect(
          faults.filter((fault) => !/yes|NaN/.test(fault)),
          `${locale} ${id}`,
        ).toEqual([]);
        for (const text of said.slice(0, 3)) expect(text, `${locale} ${id}`).not.toMatch(/[{}]/);
      }
  });

  it('asks for the same things in both languages', () => {
    const needs = (locale: 'en' | 'fr', words: Record<string, string>, id: Key) =>
      candidates(id).filter(
        (name) => sayAll(locale, words, id, name).faults.length > sayAll(locale, words, id).faults.length,
      );
    for (const id of Object.keys(english) as Key[])
      expect(needs('fr', french, id), id).toEqual(needs('en', english, id));
  });
});
