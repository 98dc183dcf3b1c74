import { describe, expect, it } from 'vitest';
import { sayAlert, sayFigure } from '../../shared/alertSentence.ts';
import { type Alert, alertKinds } from '../../shared/alerts.ts';
import { makeAlert } from '../support/makeAlert.ts';

const hour = 3_600_000;
const names = {
  brand: (id: string) => ({ acme: 'Acme' })[id] ?? id,
  theme: (id: string) => ({ skin: 'Skin reactions' })[id] ?? id,
};
/** Narrow spaces are seen as plain ones, so that the expected sentences can be read. */
const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, ' ');
const say = (change: Partial<Alert>, language: 'en' | 'fr' = 'en') =>
  plain(sayAlert(makeAlert(change), names, language).headline);
const figure = (value: number, expected: number) => ({ at: 0, spanMs: hour, value, expected });

describe('an alert in words', () => {
  it('says complaints about a theme as a multiple of what is usual', () => {
    const alert = { kind: 'complaints', brand: 'acme', theme: 'skin', current: figure(45, 5) } as const;
    expect(say(alert)).toBe('Acme: complaints about Skin reactions are 9 times as frequent as usual');
    expect(say(alert, 'fr')).toBe(
      'Acme : les plaintes sur le thème « Skin reactions » sont 9 fois plus fréquentes que d’habitude',
    );
  });

  it('divides by what is usual as it is written beside it', () => {
    const alert = { kind: 'complaints', brand: 'acme', current: figure(46, 13.4) } as const;
    expect(say(alert)).toContain('3.5 times');
  });

  it('says mentions of a brand in one channel', () => {
    const alert = { kind: 'volume', brand: 'acme', channel: 'review', current: figure(130, 100) } as const;
    expect(say(alert)).toBe('Mentions of Acme in reviews are 30% more frequent than usual');
    expect(say(alert, 'fr')).toBe('Acme : les mentions dans les avis sont plus fréquentes que d’habitude, de 30 %');
  });

  it('says counts, and no multiple, where next to nothing is usual', () => {
    const alert = { kind: 'term', brand: 'acme', term: 'recall', current: figure(34, 0.2) } as const;
    expect(say(alert)).toBe('Acme: 34 mentions of “recall” in 1 hour, where hardly any are usual');
    expect(say(alert, 'fr')).toBe('Acme : 34 mentions du mot « recall » en 1 heure, presque aucune d’habitude');
  });

  it('says that it is not known what is usual, and compares with nothing', () => {
    const alert = { kind: 'volume', brand: 'acme', isKnown: false, current: figure(34, 12) } as const;
    expect(say(alert)).toBe('34 mentions of Acme in 1 hour');
    expect(sayAlert(makeAlert(alert), names, 'en').sure).toBe(
      'Not known yet what is usual: less than three days were heard.',
    );
    expect(plain(sayAlert(makeAlert(alert), names, 'fr').sure)).toContain('L’habitude n’est pas encore connue :');
  });

  it('says shares as shares', () => {
    const mood = { kind: 'net-sentiment', brand: 'acme', current: figure(0.61, 0.3) } as const;
    expect(say(mood)).toBe('Acme: 61% of opinions are negative, 30% is usual');
    expect(say({ ...mood, kind: 'negative-share', overAt: 5 })).toBe(
      'Acme: 61% of mentions were negative, 30% is usual',
    );
    expect(say({ ...mood, kind: 'theme-share', theme: 'skin' })).toBe(
      'Acme: 61% of mentions are about Skin reactions, 30% is usual',
    );
    expect(say({ ...mood, kind: 'theme-share', theme: 'skin' }, 'fr')).toBe(
      'Acme : 61 % des mentions portent sur « Skin reactions », contre 30 % d’habitude',
    );
  });

  it('says copies and silence', () => {
    expect(say({ kind: 'copies', brand: 'acme', current: figure(340, 2) })).toBe(
      '340 copied messages about Acme came in 1 hour',
    );
    expect(say({ kind: 'copies', brand: 'acme', current: figure(340, 2) }, 'fr')).toBe(
      'Acme : 340 messages recopiés en 1 heure',
    );
    const silent = { kind: 'silent-source', brand: undefined, source: 'reviews', first: figure(0, 120) } as const;
    expect(say({ ...silent, current: figure(0, 120) })).toBe(
      'Nothing came from reviews in 1 hour, where 120 posts are usual',
    );
    const lost = { ...silent, first: figure(0, 0), current: figure(0, 0) };
    expect(say(lost)).toBe('Nothing came from reviews in 1 hour');
    expect(say(lost, 'fr')).toBe('Rien n’est venu de la source reviews en 1 heure');
    expect(say({ ...silent, current: figure(0, 120) }, 'fr')).toBe(
      'Rien n’est venu de la source reviews en 1 heure, contre 120 messages d’habitude',
    );
  });

  it('speaks of the height, in the past, when it is over', () => {
    expect(say({ first: figure(40, 5), current: figure(4, 5), overAt: 9 * hour })).toBe(
      'Mentions of Acme were 8 times as frequent as usual',
    );
  });

  it('says how rarely chance alone would do it', () => {
    const sure = (onceInDays: number) => sayAlert(makeAlert({ onceInDays }), names, 'en').sure;
    expect(sure(0.3)).toBe('Chance alone does this more than once a day.');
    expect(sure(40)).toBe('Chance alone would do this about once in 40 days.');
    expect(sure(1)).toBe('Chance alone would do this about once in 1 day.');
    expect(sure(1_100)).toBe('Chance alone would do this about once in 3 years.');
    expect(sure(1e9)).toBe('Chance alone would do this less than once in 10 years.');
  });

  it('says figures with the usual range', () => {
    const counted = { ...figure(47, 5), low: 2, high: 8 };
    expect(sayFigure({ kind: 'volume', isKnown: true }, counted, 'en')).toBe('47 in 1 hour, usual: 2 to 8');
    expect(sayFigure({ kind: 'volume', isKnown: false }, counted, 'en')).toBe('47 in 1 hour');
    const share = { ...figure(0.42, 0.2), part: 42, whole: 100 };
    expect(plain(sayFigure({ kind: 'negative-share', isKnown: true }, share, 'fr'))).toBe(
      '42 % (42 sur 100) en 1 heure, d’habitude 20 %',
    );
  });

  it('says every kind in both languages, whatever is known of its subject', () => {
    const subjects: Partial<Alert>[] = [
      { brand: undefined },
      { theme: 'skin', channel: 'news' },
      { term: 'recall' },
      { source: 'x' },
    ];
    for (const kind of alertKinds)
      for (const subject of subjects)
        for (const isKnown of [true, false])
          for (const language of ['en', 'fr'] as const) {
            const said = say({ ...subject, kind, isKnown, current: figure(0.4, 0.1) }, language);
            expect(said).toMatch(/^[\p{Lu}\d]/u);
            expect(said).not.toMatch(/undefined|NaN| {2}|null/);
          }
  });
});
