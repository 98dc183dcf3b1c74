import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { brandFigures } from '../../../client/select/brandFigures.ts';
import { buzzSentence, opinionSentence, type Segment, type Sentence } from '../../../client/select/headline.ts';
import { replayedSentence } from '../../../client/select/replayedSentence.ts';
import { createFormat } from '../../../client/ui/format.ts';
import type { Language } from '../../../client/ui/language.ts';
import { sayHeadline } from '../../../client/ui/sayHeadline.ts';
import { sayWith } from '../../../client/ui/useWords.ts';
import { en, type WordKey } from '../../../client/ui/words/en.ts';
import { fr } from '../../../client/ui/words/fr.ts';
import { hourMs } from '../../../shared/rollup.ts';
import { noError } from '../../../shared/uncertainty.ts';
import { makeCell, makeFigures } from '../../support/makeFrames.ts';

const hour = { from: '15:00', to: '16:00' };

function read(language: Language, sentences: Sentence[]): string {
  const say = sayWith(createIntl({ locale: language, messages: { en, fr }[language] }));
  return sayHeadline(sentences, say, createFormat(language, 'UTC')).replace(/\s/g, ' ');
}

const replayed = (language: Language, now: number, before: number) => {
  const state = makeFigures({
    now: { a: { '*': makeCell(now, now / 2) } },
    before: { a: { '*': makeCell(before, before / 2) } },
  });
  const both = brandFigures(state, 'a', ['a'], noError);
  return read(
    language,
    replayedSentence([buzzSentence(both, 'Solenne', 'hour', hourMs), opinionSentence(both, 'hour')], hour),
  );
};

/** What the messages of the wall's sentences may ask for, as they are said of an hour. */
const choices = {
  span: 'hour',
  mood: 'even',
  change: 'same',
  direction: 'up',
  open: 'no',
  error: 'both',
  hasBefore: 'no',
  helping: 'does',
  hurting: 'does',
};
const numbers = { mentions: '5', times: '2', percent: '10 %', most: '4', needed: '5', before: '1', names: 'News' };
const words = {
  theme: 'Price',
  brand: 'Solenne',
  helps: 'Price',
  hurts: 'Gifts',
  from: '15:10',
  to: '15:30',
  time: '15:10',
};
const figures = {
  opinions: '40',
  interval: '+3 ±5',
  net: '+3',
  spread: '±5',
  share: '30 %',
  length: '1 h',
  since: '9:00',
};
const spokenOfNow = { en: /\blast\b|\bnow\b/i, fr: /une heure|derni[eè]r|maintenant/i };

describe('A sentence of a replayed wall', () => {
  it('says between which hours its own is', () => {
    expect(replayed('en', 614, 600)).toMatch(
      /^From 15:00 to 16:00 buzz shows no clear change, 614 mentions after 600\. Opinion in that hour is positive/,
    );
    expect(replayed('fr', 614, 600)).toMatch(/^De 15:00 à 16:00, le buzz ne change pas nettement, 614 mentions/);
    expect(replayed('en', 900, 300)).toMatch(/^From 15:00 to 16:00 buzz is 3.0 times the hour before,/);
    expect(replayed('fr', 0, 300)).toMatch(/^Personne n’a cité Solenne de 15:00 à 16:00\./);
  });

  it('speaks of no last hour, whichever words of the wall it is made of', () => {
    const keys = (Object.keys(en) as WordKey[]).filter((key) =>
      /^headline\.(silence|count|fresh|afterNone|times|more|fewer|steady|both|only|noPoles|themes|mover|moved|opinion|few|tooFew|after)|^wall\.(unheard|silentSince|themesTooFew|noJudgement)/.test(
        key,
      ),
    );
    expect(keys.length).toBeGreaterThan(20);
    for (const key of keys) {
      // When listening began stands in it instead.
      if (key === 'headline.countSince') continue;
      const segment: Segment = { tone: 'sure', key, values: { ...choices, ...numbers, ...figures, ...words } };
      for (const language of ['en', 'fr'] as const) {
        expect(read(language, replayedSentence([[segment]], hour)), key).not.toMatch(spokenOfNow[language]);
      }
    }
  });
});
