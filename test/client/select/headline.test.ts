import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { brandFigures } from '../../../client/select/brandFigures.ts';
import {
  briefOpinionSentence,
  buzzClaim,
  buzzSentence,
  certaintyLine,
  opinionSentence,
  type Sentence,
  themesSentence,
} from '../../../client/select/headline.ts';
import { biggestMover, themePoles, themeRows } from '../../../client/select/themeRows.ts';
import { createFormat } from '../../../client/ui/format.ts';
import type { Language } from '../../../client/ui/language.ts';
import { sayHeadline } from '../../../client/ui/sayHeadline.ts';
import { sayWith } from '../../../client/ui/useWords.ts';
import { en } from '../../../client/ui/words/en.ts';
import { fr } from '../../../client/ui/words/fr.ts';
import type { Cell } from '../../../shared/protocol.ts';
import { hourMs } from '../../../shared/rollup.ts';
import { noError } from '../../../shared/uncertainty.ts';
import { makeCell, makeFigures } from '../../support/makeFrames.ts';

const messages = { en, fr };

/** What a reader reads, with the kinds of spaces made alike. */
function read(language: Language, sentences: Sentence[]): string {
  const intl = createIntl({ locale: language, messages: messages[language] });
  return sayHeadline(sentences, sayWith(intl), createFormat(language, 'Europe/Paris')).replace(/\s/g, ' ');
}

const figures = (now: Cell, before: Cell, error = 0, change = {}) =>
  brandFigures(makeFigures({ now: { a: { '*': now } }, before: { a: { '*': before } }, ...change }), 'a', ['a'], {
    ...noError,
    sd: 2 * error,
  });

const buzz = (language: Language, now: number, before: number, change = {}) =>
  read(language, [buzzSentence(figures(makeCell(now), makeCell(before), 0, change), 'Solenne', 'hour', hourMs)]);

describe('the sentence about buzz', () => {
  it('says how many times as much, with the counts', () => {
    expect(buzz('en', 4180, 1817)).toBe(
      'In the last hour buzz is 2.3 times the hour before, 4,180 mentions after 1,817.',
    );
    expect(buzz('fr', 4180, 1817)).toBe(
      'Depuis une heure, le buzz atteint 2,3 fois celui de l’heure d’avant, 4 180 mentions après 1 817.',
    );
  });

  it('says small but sure changes in per cent', () => {
    expect(buzz('en', 11_000, 10_000)).toBe(
      'In the last hour buzz is 10 % above the hour before, 11,000 mentions after 10,000.',
    );
    expect(buzz('fr', 5_000, 10_000)).toBe(
      'Depuis une heure, le buzz est inférieur de 50 % à l’heure d’avant, 5 000 mentions après 10 000.',
    );
  });

  it('claims nothing below 90 % probability', () => {
    expect(buzz('en', 110, 100)).toBe('In the last hour buzz shows no clear change, 110 mentions after 100.');
    expect(buzz('fr', 110, 100)).toBe('Depuis une heure, le buzz ne change pas nettement, 110 mentions après 100.');
  });

  it('never compares with a time that nobody listened to', () => {
    expect(buzz('en', 110, 0, { knownFrom: 1 + makeFigures().from })).toBe(
      'Solenne draws 110 mentions in the last hour, with nothing before it to compare.',
    );
  });

  it('says since when it listened, where that is less than the whole time', () => {
    const fresh = figures(makeCell(4), makeCell(0), 0, { knownFrom: 1 + makeFigures().from });
    const said = (language: Language, at = '16:14', isDated = false) =>
      read(language, [buzzClaim(fresh, 'Solenne', 'day', 24 * hourMs, false, { at, isDated })]);
    expect(said('en')).toBe('Solenne draws 4 mentions since 16:14, when listening began.');
    expect(said('fr')).toBe('Solenne réunit 4 mentions depuis 16:14, le début de l’écoute.');
    expect(said('en', '12 Nov, 16:14', true)).toBe(
      'Solenne draws 4 mentions since 12 Nov, 16:14, when listening began.',
    );
    expect(said('fr', '12 nov., 16:14', true)).toBe(
      'Solenne réunit 4 mentions depuis le 12 nov., 16:14, le début de l’écoute.',
    );
  });

  it('says zero as zero, and a first as a first', () => {
    expect(buzz('en', 0, 10)).toBe('Nobody has named Solenne in the last hour.');
    expect(buzz('fr', 40, 0)).toBe('Solenne réunit 40 mentions en une heure, contre aucune l’heure d’avant.');
  });

  it('says on few mentions how few, also where the figures stand below', () => {
    const few = figures(makeCell(16), makeCell(2));
    expect(read('en', [buzzClaim(few, 'Solenne', 'since', hourMs)])).toBe(
      'Since T0 Solenne draws 8.0 times the buzz of the 1 h before, 16 mentions after 2.',
    );
  });

  it('says no more than a least count where posts are missing', () => {
    const counted = figures(makeCell(6600), makeCell(1000));
    const claim = (language: Language) => read(language, [buzzClaim(counted, 'Solenne', 'since', 6 * hourMs, true)]);
    expect(claim('en')).toBe('Solenne draws at least 6,600 mentions since T0.');
    expect(claim('fr')).toBe('Solenne réunit au moins 6 600 mentions depuis T0.');
  });

  it('speaks of T0 on a launch, without counts where they stand below', () => {
    const claim = buzzClaim(figures(makeCell(6600), makeCell(1000)), 'Solenne', 'since', 6.29 * hourMs);
    expect(read('en', [claim])).toBe('Since T0 Solenne draws 6.6 times the buzz of the 6 h 17 min before.');
    expect(read('fr', [claim])).toBe('Depuis T0, Solenne fait 6,6 fois le buzz des 6 h 17 min d’avant.');
  });
});

describe('the sentence about opinion', () => {
  it('gives the interval with the figure and the move only when it is sure', () => {
    const rising = figures(makeCell(900, 400, 100), makeCell(900, 300, 200));
    expect(read('en', [opinionSentence(rising, 'hour')])).toBe(
      'Opinion in that hour is positive (+60 ±6) and clearly up on the hour before (then +20).',
    );
    expect(read('fr', [opinionSentence(rising, 'hour')])).toBe(
      'Sur cette heure, l’opinion est positive (+60 ±6) et monte nettement sur l’heure d’avant (+20 alors).',
    );
    const still = figures(makeCell(900, 100, 400), makeCell(900, 100, 400));
    expect(read('en', [opinionSentence(still, 'hour')])).toBe(
      'Opinion in that hour is negative (−60 ±6) with no clear change.',
    );
  });

  it('claims no side when the interval holds zero, however many opinions', () => {
    const even = figures(makeCell(900, 300, 200), makeCell(900, 300, 200), 0.25);
    expect(read('en', [opinionSentence(even, 'hour')])).toBe(
      'Opinion in that hour is not clearly good or bad (+20 ±38) with no clear change.',
    );
    const rising = figures(makeCell(900, 300, 200), makeCell(900, 200, 300), 0.25);
    expect(read('en', [opinionSentence(rising, 'hour')])).toBe(
      'Opinion is clearly up on the hour before, +20 after −20 (same machine error, ±38).',
    );
    expect(read('fr', [opinionSentence(rising, 'hour')])).toBe(
      'L’opinion monte nettement sur l’heure d’avant, +20 après −20 (même erreur de machine, ±38).',
    );
  });

  it('gives no figure for fewer than five opinions, and calls fewer than thirty few', () => {
    expect(read('en', [opinionSentence(figures(makeCell(9, 3, 1), makeCell(0)), 'hour')])).toBe(
      'Too few opinions in that hour to judge: 4, and 5 are needed.',
    );
    expect(read('fr', [opinionSentence(figures(makeCell(9, 3, 1), makeCell(0)), 'hour')])).toBe(
      'Trop peu d’opinions sur cette heure pour juger : 4, il en faut 5.',
    );
    // A minute after listening began there has been no hour yet.
    expect(read('en', [opinionSentence(figures(makeCell(9, 3, 1), makeCell(0)), 'soFar')])).toBe(
      'Too few opinions so far to judge: 4, and 5 are needed.',
    );
    expect(read('fr', [opinionSentence(figures(makeCell(9, 3, 1), makeCell(0)), 'soFar')])).toBe(
      'Trop peu d’opinions jusqu’ici pour juger : 4, il en faut 5.',
    );
    expect(read('en', [opinionSentence(figures(makeCell(20, 12, 3), makeCell(0)), 'hour')])).toMatch(
      /^Opinions in that hour are few, only 15: net sentiment \+60, \+14…\+81\.$/,
    );
  });

  it('names the same window as the sentence before it', () => {
    const few = figures(makeCell(9, 3, 1), makeCell(0));
    const brief = (language: Language, span: 'day' | 'since') =>
      read(language, [briefOpinionSentence(few, { helps: null, hurts: null }, span)]);
    expect(brief('en', 'since')).toContain('since T0');
    expect(brief('fr', 'since')).toContain('depuis T0');
    expect(brief('en', 'day')).toContain('in these 24 hours');
    expect(brief('fr', 'day')).toContain('sur ces 24 heures');
  });

  it('names on the Brief the theme that holds it back', () => {
    const falling = figures(makeCell(900, 250, 250), makeCell(900, 400, 100), 0.25);
    const named = (name: string, pull: number, isGrey = false) => ({ name, isGrey, pull });
    const themes = { helps: named('Texture', 11.2), hurts: named('Price', -15.4) };
    expect(read('en', [briefOpinionSentence(falling, themes, 'since')])).toBe(
      'Sentiment is down since T0; Price costs most, 15 points.',
    );
    expect(read('fr', [briefOpinionSentence(falling, themes, 'since')])).toBe(
      'Le sentiment baisse depuis T0 ; le thème Price coûte le plus, 15 points.',
    );
    // One that is often filed wrongly might weigh more: it is named beside what is sure.
    const beside = { helps: null, hurts: { ...named('Skin reaction', -9), unsure: 'Price' } };
    expect(read('en', [briefOpinionSentence(falling, beside, 'since')])).toBe(
      'Sentiment is down since T0; Skin reaction costs 9 points, Price unsure.',
    );
    expect(read('fr', [briefOpinionSentence(falling, beside, 'since')])).toBe(
      'Le sentiment baisse depuis T0 ; Skin reaction coûte 9 points, Price incertain.',
    );
    const good = figures(makeCell(900, 400, 100), makeCell(900, 400, 100));
    expect(read('en', [briefOpinionSentence(good, { helps: named('Texture', 0.6), hurts: null }, 'day')])).toBe(
      'Sentiment is positive, with no clear change; Texture adds most, 1 point.',
    );
    expect(read('en', [briefOpinionSentence(good, { helps: null, hurts: null }, 'day')])).toBe(
      'Sentiment is positive, with no clear change.',
    );
    // Beside a sentence about the product alone it says whose feelings they are.
    expect(read('en', [briefOpinionSentence(good, { helps: null, hurts: null }, 'since', 'Solenne')])).toBe(
      'Sentiment of Solenne is positive, with no clear change.',
    );
    expect(read('fr', [briefOpinionSentence(good, { helps: null, hurts: null }, 'since', 'Solenne')])).toBe(
      'Solenne : le sentiment est positif, sans écart certain.',
    );
    // What the page shows grey is no fact of its headline.
    const doubted = { helps: null, hurts: named('Price', -3, true) };
    expect(read('en', [briefOpinionSentence(falling, doubted, 'since')])).toBe(
      'Sentiment is down since T0; Price seems to cost most, though its own figure is not clear.',
    );
    expect(read('fr', [briefOpinionSentence(falling, doubted, 'since')])).toBe(
      'Le sentiment baisse depuis T0 ; le thème Price semble coûter le plus, mais son propre chiffre n’est pas net.',
    );
  });
});

describe('the line that says how sure', () => {
  it('names the interval and what is not clear', () => {
    const still = figures(makeCell(1000, 400, 100), makeCell(1000, 400, 100));
    expect(read('en', [certaintyLine(still, null, '')])).toBe(
      'buzz no clear change. Sentiment clearly positive (+60 ±6, ±6 of it chance), no clear change.',
    );
    expect(read('fr', [certaintyLine(still, null, '')])).toBe(
      'buzz sans écart certain. Sentiment nettement positif (+60 ±6, hasard ±6), sans écart certain.',
    );
  });

  it('says of a theme that leads the headline whether anybody checked its filing', () => {
    const still = figures(makeCell(1000, 400, 100), makeCell(1000, 400, 100));
    const state = makeFigures({ now: { a: { '*': makeCell(1000, 400, 100), p: makeCell(300, 20, 180) } } });
    const [price] = themeRows(state, 'a', ['p'], noError);
    const line = (isUnchecked: boolean) => [certaintyLine(still, price!, 'Price', null, isUnchecked)];
    expect(read('en', line(true))).toMatch(/Price clearly costs \(−\d+…−\d+ points\), filing not checked\.$/);
    expect(read('fr', line(true))).toMatch(/, classement non vérifié\.$/);
    expect(read('en', line(false))).not.toContain('filing');
  });
});

describe('the sentence about themes', () => {
  const state = makeFigures({
    now: { a: { '*': makeCell(1000, 300, 250), t: makeCell(400, 200, 20), p: makeCell(300, 20, 180) } },
    before: { a: { '*': makeCell(1000, 300, 250), t: makeCell(400, 200, 20), p: makeCell(100, 20, 60) } },
  });
  const rows = themeRows(state, 'a', ['t', 'p'], { ...noError, sd: 0.2 });
  const name = (theme: string) => (theme === 't' ? 'Texture' : 'Price');

  it('names both poles and the theme that is talked about more', () => {
    const sentences = themesSentence(themePoles(rows), name, biggestMover(rows));
    expect(read('en', sentences)).toBe(
      'In the last hour Texture lifts opinion most. Price weighs on it most. Price is mentioned more often: 30 % of mentions after 10 %.',
    );
    expect(read('fr', sentences)).toContain('On cite davantage le thème Price : 30 % des mentions après 10 %.');
  });

  it('says "seems" of what may move nothing', () => {
    const grey = themeRows(state, 'a', ['t', 'p'], { ...noError, sd: 4 });
    expect(read('en', themesSentence(themePoles(grey), name, null))).toBe(
      'In the last hour Texture seems to lift opinion most. Price seems to weigh on it most.',
    );
  });

  it('admits that nothing stands out', () => {
    const shared = themesSentence(themePoles(rows), name, null, { helps: true, hurts: false });
    expect(read('en', shared)).toMatch(/ is among what lifts opinion most\. .* weighs on it most\./);
    expect(read('fr', shared)).toMatch(/ compte parmi ce qui aide le plus\. .* pèse le plus\./);
    expect(read('en', themesSentence({ helps: null, hurts: null }, name, null))).toBe(
      'No theme clearly lifts opinion or weighs on it in the last hour.',
    );
  });
});
