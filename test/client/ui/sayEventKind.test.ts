import { createIntl } from 'react-intl';
import { expect, it } from 'vitest';
import { sayEventKind } from '../../../client/ui/sayEventKind.ts';
import { sayWith } from '../../../client/ui/useWords.ts';
import { launchesEn } from '../../../client/ui/words/launches.en.ts';
import { launchesFr } from '../../../client/ui/words/launches.fr.ts';

const [en, fr] = [
  { locale: 'en', messages: launchesEn },
  { locale: 'fr', messages: launchesFr },
].map((words) => sayWith(createIntl(words)));

it('says a known kind in the language of the reader, and leaves one that people made up', () => {
  expect(sayEventKind('sale', fr!)).toBe('mise en vente');
  expect(sayEventKind('Sale', en!)).toBe('on sale');
  expect(sayEventKind('soirée', en!)).toBe('soirée');
});
