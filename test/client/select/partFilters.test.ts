import { expect, it } from 'vitest';
import { exploreLink, parseExplore } from '../../../client/select/exploreState.ts';
import { partFilters } from '../../../client/select/partFilters.ts';
import { makeAutopsy } from '../../support/alertStory.ts';

const autopsy = makeAutopsy(Date.UTC(2026, 10, 12, 15));
const [part] = autopsy.parts;
const opened = (...given: Parameters<typeof partFilters>) =>
  parseExplore(exploreLink(partFilters(...given)).replace(/^[^?]*/, ''));

it('opens the messages of a part on Explore: its theme, channel and language, in the time of the alert', () => {
  expect(opened({ kind: 'complaints', brand: 'vela' }, autopsy, part)).toMatchObject({
    range: 'custom',
    from: autopsy.from,
    to: autopsy.to,
    brands: ['vela'],
    themes: ['price'],
    channels: ['review'],
    langs: ['en'],
    opinions: ['negative'],
    stage: 'significant',
  });
});

it('opens all mentions where all were counted, and searches for a word that is new', () => {
  expect(opened({ kind: 'volume', brand: 'vela' }, autopsy, { ...part!, theme: 'none', lang: '' })).toMatchObject({
    themes: ['none'],
    langs: [],
    opinions: [],
    stage: 'important',
    q: '',
  });
  expect(opened({ kind: 'term', term: 'refill' }, autopsy)).toMatchObject({ q: '"refill"', brands: [], themes: [] });
});
