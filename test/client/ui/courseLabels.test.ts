import { createIntl } from 'react-intl';
import { expect, it } from 'vitest';
import { sayUsual } from '../../../client/ui/alertFigure.ts';
import { courseLabels } from '../../../client/ui/courseLabels.ts';
import { createFormat } from '../../../client/ui/format.ts';
import type { Language } from '../../../client/ui/language.ts';
import { sayWith } from '../../../client/ui/useWords.ts';
import { en } from '../../../client/ui/words/en.ts';
import { fr } from '../../../client/ui/words/fr.ts';
import { minuteMs } from '../../../shared/rollup.ts';

/** What stands beside the figure of a sheet, and the key of the bars beside it. */
function sheet(language: Language) {
  const say = sayWith(createIntl({ locale: language, messages: { en, fr }[language] }));
  const format = createFormat(language, 'UTC');
  const course = { startAt: 0, stepMs: 15 * minuteMs, values: [20], expected: [21], high: [26] };
  const figure = { at: 0, spanMs: 10 * minuteMs, value: 47, expected: 14 };
  const plain = (text: string) => text.replace(/\s/g, ' ');
  return {
    beside: plain(sayUsual({ kind: 'complaints', isKnown: true }, figure, say, format)),
    key: plain(courseLabels(course, '', say, format).usual),
  };
}

it('calls the dashed line as the figure beside it calls the same height, and the band by another name', () => {
  expect(sheet('en')).toEqual({ beside: 'usual: 14', key: 'per 15 min; dashed: usual, shaded: the usual range' });
  expect(sheet('fr')).toEqual({
    beside: 'd’habitude : 14',
    key: 'par 15 min ; tirets : d’habitude, ombré : plage habituelle',
  });
});
