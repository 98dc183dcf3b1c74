import { createIntl } from 'react-intl';
import { expect, it } from 'vitest';
import { funnelUnheard } from '../../../client/select/funnelUnheard.ts';
import { createFormat } from '../../../client/ui/format.ts';
import type { Language } from '../../../client/ui/language.ts';
import { sayWith } from '../../../client/ui/useWords.ts';
import { en } from '../../../client/ui/words/en.ts';
import { fr } from '../../../client/ui/words/fr.ts';
import { sayLacking } from '../../../client/views/wall/sayLacking.ts';
import type { FiguresState } from '../../../shared/protocol.ts';
import { hourMs, minuteMs } from '../../../shared/rollup.ts';
import { makeCell, makeFigures, noon } from '../../support/makeFrames.ts';

const stepMs = 15 * minuteMs;

/** A busy day up to noon with nothing in some hours, [from, to) before noon. */
function dayWithout(gaps: [from: number, to: number][], knownFrom = 1) {
  const busy: Record<string, ReturnType<typeof makeCell>> = {};
  for (let at = noon - 24 * hourMs; at < noon; at += stepMs)
    if (!gaps.some(([from, to]) => at >= noon - from * hourMs && at < noon - to * hourMs))
      busy[String(at)] = makeCell(20);
  return makeFigures({ from: noon - 24 * hourMs, to: noon, stepMs, knownFrom, series: { '*': busy } });
}

const read = (language: Language, ...gaps: [from: number, to: number][]) => lackingOf(language, dayWithout(gaps));
function lackingOf(language: Language, day: FiguresState): string | undefined {
  const say = sayWith(createIntl({ locale: language, messages: { en, fr }[language] }));
  return sayLacking(funnelUnheard(day), null, say, createFormat(language, 'UTC'))?.replace(/\s/g, ' ');
}

it('says from when to when nothing came in, however often, and nothing of a day that was heard', () => {
  expect(read('en')).toBeUndefined();
  expect(read('en', [14, 4])).toBe('nothing came in from 11 Nov, 22:00 to 08:00');
  expect(read('fr', [14, 4])).toBe('rien reçu du 11 nov., 22:00 à 08:00');
  expect(read('en', [3, 0])).toBe('nothing came in since 09:00');
  expect(read('fr', [3, 0])).toBe('rien reçu depuis 09:00');
  expect(read('en', [20, 18], [5, 4])).toBe('nothing came in 2 times from 11 Nov, 16:00 on, 3 h in all');
  expect(read('fr', [20, 18], [5, 4])).toBe('rien reçu 2 fois dès le 11 nov., 16:00, 3 h en tout');
});

it('counts hours before listening began among them, and knows of none where nothing was ever heard', () => {
  expect(lackingOf('en', dayWithout([[24, 14]], noon - 14 * hourMs))).toBe(
    'nothing came in from 11 Nov, 12:00 to 22:00',
  );
  expect(lackingOf('fr', dayWithout([[24, 14]], noon - 14 * hourMs))).toBe('rien reçu du 11 nov., 12:00 à 22:00');
  expect(lackingOf('en', dayWithout([[24, 0]], 0))).toBeUndefined();
});

it('says which source is lost, by the word that the settings have for it', () => {
  const said = (language: Language, names: string, many: number) => {
    const say = sayWith(createIntl({ locale: language, messages: { en, fr }[language] }));
    const missing = { names, many, since: noon, time: '12:00' };
    return sayLacking(null, missing, say, createFormat(language, 'UTC'))?.replace(/\s/g, ' ');
  };
  expect(said('en', 'News', 1)).toBe('News lost since 12:00');
  expect(said('fr', 'News', 1)).toBe('News : source perdue depuis 12:00');
  expect(said('fr', 'News et Forums', 2)).toBe('News et Forums : sources perdues depuis 12:00');
});
