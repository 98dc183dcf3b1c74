import { createIntl } from 'react-intl';
import { expect, it } from 'vitest';
import { createFormat } from '../../../../client/ui/format.ts';
import { sayWith } from '../../../../client/ui/useWords.ts';
import { rulesEn } from '../../../../client/ui/words/rules.en.ts';
import { rulesFr } from '../../../../client/ui/words/rules.fr.ts';
import { sayWhenCounted } from '../../../../client/views/settings/sayWhenCounted.ts';
import { dayMs, hourMs, minuteMs } from '../../../../shared/rollup.ts';

const to = Date.UTC(2026, 10, 12, 16, 14, 20);
const messages = { en: rulesEn, fr: rulesFr };

function said(lengthMs: number, language: 'en' | 'fr' = 'en', now = to): string {
  const intl = createIntl({ locale: language, messages: messages[language] });
  const answer = { from: to - lengthMs, to, days: lengthMs / dayMs };
  const format = createFormat(language, 'UTC', () => now);
  return sayWhenCounted(answer, sayWith(intl), format, now).replaceAll(/[\u00a0\u202f]/g, ' ');
}

it('names the day once where all was heard on one, and how long that was', () => {
  expect(said(14 * hourMs + 14 * minuteMs)).toBe('on 12 Nov 2026 from 02:00 to 16:14 (14 h 14 min)');
  expect(said(14 * hourMs + 14 * minuteMs, 'fr')).toBe('le 12 nov. 2026 de 02:00 à 16:14 (14 h 14 min)');
});

it('names both days where night came between, and no length where it is no pace', () => {
  expect(said(20 * hourMs)).toBe('from 11 Nov, 20:14 to 12 Nov, 16:14 (20 h)');
  expect(said(3 * dayMs)).toBe('from 9 Nov, 16:14 to 12 Nov, 16:14');
});

it('speaks of the last seven days only while they are the last', () => {
  expect(said(7 * dayMs)).toBe('over the last seven days');
  expect(said(7 * dayMs, 'en', to + 9 * dayMs)).toBe('from 5 Nov, 16:14 to 12 Nov, 16:14');
});
